// The list: fifty findings at a time, one of them chosen.
const SIZE = 50;
let chosen = null, at = 0, shown = [];
const entry = (finding, before) => {
  const made = decisionOf(finding), parts = [];
  if (!before || before.report !== finding.report) {
    parts.push(make('li', { class: 'group' }, make('b', { text: finding.report.name }), make('small', { text: finding.report.p })));
  }
  parts.push(make('li', null, make('button', {
    type: 'button', class: `entry ${finding.z ? 'zero' : 'advice'} ${made ? made.decision : ''}`, 'aria-current': finding === chosen ? 'true' : null,
    on: { click: () => choose(finding) },
  }, make('span', { class: 'line' }, make('b', { text: finding.c }), make('span', { class: 'title', text: head.codes[finding.c]?.[0] || '' }),
    make('span', { class: 'page', text: pagesOf(finding) })),
  make('span', { class: 'message', text: finding.m }),
  made || finding.d || finding.l ? make('span', { class: 'marks' }, made ? make('span', { class: `decision ${made.decision}`, text: T[made.decision] }) : '',
    finding.d || finding.l ? make('span', { class: 'decision doubt', text: finding.l ? T.likely : T.doubt }) : '') : '')));
  return parts;
};
const list = () => {
  const page = shown.slice(at * SIZE, at * SIZE + SIZE);
  put('list', page.length ? page.flatMap((finding, place) => entry(finding, page[place - 1])) : make('li', { class: 'none', text: T.none }));
  pager('pager', at, SIZE, shown.length, (to) => { at = to; chosen = shown[at * SIZE]; list(); detail(); document.getElementById('list').scrollTop = 0; });
  document.getElementById('shown').textContent = fill(T.shown, { n: number(shown.length) });
};
const refilter = () => {
  shown = found();
  if (!shown.includes(chosen)) chosen = shown[0] || null;
  at = Math.max(0, Math.floor(shown.indexOf(chosen) / SIZE));
};
const choose = (finding, focus) => {
  chosen = finding;
  at = Math.max(0, Math.floor(shown.indexOf(finding) / SIZE));
  list();
  detail();
  const button = document.querySelector('#list [aria-current]');
  if (button) { button.scrollIntoView({ block: 'nearest' }); if (focus !== false) button.focus({ preventScroll: true }); }
  if (innerWidth < 900 && focus !== false) document.getElementById('detail').scrollIntoView();
};
document.getElementById('list').addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -shown.length, End: shown.length }[event.key];
  if (step && chosen) { event.preventDefault(); choose(shown[Math.max(0, Math.min(shown.length - 1, shown.indexOf(chosen) + step))]); }
  if (event.key === 'Enter' && event.target.getAttribute('aria-current')) { event.preventDefault(); document.getElementById('detail').focus(); }
});
form.addEventListener('input', later(() => {
  for (const name of Object.keys(PLAIN)) asked[name] = name === 'doubt' ? field('doubt').checked : field(name).value;
  asked.report = null;
  refilter(); list(); detail();
}, 120));
form.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('clear').addEventListener('click', () => ask({}));
