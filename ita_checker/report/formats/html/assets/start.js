// Which view is shown, and the first drawing.
const VIEWS = {
  offices: officesView,
  overview,
  findings: findingsView,
  reports: reportsView,
  decisions: decisionsView,
  rules: rulesView,
};
const show = () => {
  keepDraft();
  const before = document.body.dataset.view;
  const { view, query } = parsed();
  const first = sideBySide.o.length > 1 ? 'offices' : 'overview';
  const name = Object.hasOwn(VIEWS, view) ? view : first;
  for (const section of document.querySelectorAll('.view')) section.hidden = section.id !== name;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.view === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.body.dataset.view = name;
  if (name !== before) document.body.classList.remove('reading');
  VIEWS[name](query);
  if (name !== before) scrollTo(0, 0);
};
// A decision anywhere: draw anew what shows it, but not the field that is being written in.
document.addEventListener('ita:decided', (event) => {
  const view = document.body.dataset.view;
  if (event.detail.why === 'unkept') return say(T.not_kept);
  if (!view) return;
  one('second-look').hidden = !store.second;
  if (view !== 'findings') return VIEWS[view](parsed().query);
  if (['looked', 'signed', 'loaded'].includes(event.detail.why)) refilter();
  list();
  if (!document.activeElement?.matches('#decide textarea')) detail();
});
addEventListener('hashchange', show);
addEventListener('pagehide', keepDraft);
addEventListener('beforeunload', (event) => {
  keepDraft();
  if (!store.keeps && unexported) event.preventDefault(); // nothing keeps them but a file
});
one('export').addEventListener('click', exported);
one('import').addEventListener('change', (event) => {
  const files = [...event.target.files];
  event.target.value = '';
  if (files.length) imported(files);
});
const years = [...new Set(reports.map((report) => report.y).filter(Boolean))].sort();
const covered = years.length > 1 ? `${years[0]}–${years[years.length - 1]}` : years[0];
const about = [head.folder, head.date, covered ? `${T.year} ${covered}` : ''];
one('about').textContent = [...about, `ita-checker ${head.version}`].filter(Boolean).join(' · ');
if (head.title) one('title').textContent = document.title = head.title;
one('count-findings').textContent = number(findings.length);
one('count-reports').textContent = number(reports.length);
one('count-offices').textContent = number(sideBySide.o.filter((office) => office.n).length);
if (head.remarks.length) {
  put(
    'remarks',
    head.remarks.map((text) => make('p', { text })),
  );
  one('remarks').hidden = false;
}
offer();
// A page handed over to its office is read: it neither has nor takes decisions.
const begin = () => {
  show();
  one('second-look').hidden = !store.second;
};
if (head.handed) {
  document.body.classList.add('handed');
  one('title').textContent = document.title = fill(T.handed_title, { name: head.handed });
  begin();
} else {
  store.load().then(() => {
    try {
      if (localStorage.getItem('ita-checker/second')) store.look(true);
    } catch {
      /* no second look is kept */
    }
    begin();
  });
}
let folded = 0; // the first search should not wait for ten thousand findings to be folded
const ahead = () => {
  for (const end = Math.min(findings.length, folded + 300); folded < end; folded++)
    haystack(findings[folded]);
  if (folded < findings.length) setTimeout(ahead, 20);
};
setTimeout(ahead, 200);
