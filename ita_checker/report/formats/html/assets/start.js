// Which view is shown; paper; the first drawing.
const VIEWS = { offices, overview, findings: () => { refilter(); list(); detail(); }, reports: reportTable, rules };
const show = () => {
  const before = document.body.dataset.view;
  const wanted = location.hash.slice(2), name = VIEWS[wanted] ? wanted : sideBySide.o.length > 1 ? 'offices' : 'overview';
  for (const view of document.querySelectorAll('.view')) view.hidden = view.id !== name;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.view === name) link.setAttribute('aria-current', 'page'); else link.removeAttribute('aria-current');
  }
  document.body.dataset.view = name;
  VIEWS[name]();
  if (name !== before) scrollTo(0, 0);
};
const PAPER = 400;  // findings printed at most
const paper = () => {
  const wanted = found();
  const lines = wanted.slice(0, PAPER).map((finding) => make('article', null,
    make('h3', null, `${finding.c} ${head.codes[finding.c]?.[0] || ''} `, pill(finding)),
    make('p', { class: 'where', text: `${finding.report.name} · ${finding.report.p} · ${pagesOf(finding)}` }), make('p', { text: finding.m }),
    Array.isArray(picture(finding)) ? figure(finding) : '', finding.q.map((text) => make('blockquote', { text })), make('dl', null, facts(finding)),
    decisionOf(finding) ? make('p', { class: 'hint', text: decisionWords(decisionOf(finding)) }) : ''));
  const note = fill(T.print_note, { day: spoken(dayOf(new Date())), n: number(wanted.length) });
  put('paper', make('h2', { text: T.findings }),
    make('p', { class: 'hint', text: wanted.length > PAPER ? `${note} · ${fill(T.print_cut, { n: PAPER, all: number(wanted.length) })}` : note }), lines);
  document.getElementById('paper').hidden = false;
  overview();
};
addEventListener('beforeprint', paper);
addEventListener('afterprint', () => { put('paper'); document.getElementById('paper').hidden = true; });
addEventListener('hashchange', show);
document.getElementById('export').addEventListener('click', exported);
document.getElementById('import').addEventListener('change', (event) => { if (event.target.files[0]) imported(event.target.files[0]); event.target.value = ''; });
const years = [...new Set(reports.map((report) => report.y).filter(Boolean))].sort();
const span = years.length > 1 ? `${years[0]}–${years[years.length - 1]}` : years[0];
document.getElementById('about').textContent = [head.title, head.folder, head.date, span ? `${T.year} ${span}` : '', `ita-checker ${head.version}`].filter(Boolean).join(' · ');
document.getElementById('count-findings').textContent = number(findings.length);
document.getElementById('count-reports').textContent = number(reports.length);
offer();
show();
let folded = 0;  // the first search should not wait for ten thousand findings to be folded
const ahead = () => { for (const end = Math.min(findings.length, folded + 300); folded < end; folded++) haystack(findings[folded]); if (folded < findings.length) setTimeout(ahead, 20); };
setTimeout(ahead, 200);
if (head.remarks.length) {
  put('remarks', head.remarks.map((text) => make('p', { text })));
  document.getElementById('remarks').hidden = false;
}
