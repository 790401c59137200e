// The list: fifty findings at a time, one of them chosen. What is decided stays where it stands
// until another thing is asked for.
const SIZE = 50;
let chosen = null;
let at = 0;
let shown = [];
const wide = matchMedia('(min-width: 900px)');
const grouped = (finding) => {
  if (asked.order === 'code') return [finding.c, titleOf(finding.c)];
  return [finding.report.name, finding.report.p];
};
const marks = (finding) => {
  const now = state(finding);
  const made = store.of(finding);
  const parts = [];
  if (made)
    parts.push(make('span', { class: `decision ${made.decision}`, text: T[made.decision] }));
  if (now === 'torn') parts.push(make('span', { class: 'decision torn', text: T.torn }));
  if (finding.d || finding.l) {
    const text = finding.l ? T.likely : T.doubt;
    parts.push(make('span', { class: 'decision doubt', text }));
  }
  return parts.length ? make('span', { class: 'marks' }, parts) : '';
};
const entry = (finding, before) => {
  const group = grouped(finding);
  const parts = [];
  if (!before || grouped(before).join() !== group.join()) {
    const heading = [make('b', { text: group[0] }), make('small', { text: group[1] })];
    parts.push(make('li', { class: 'group' }, heading));
  }
  const current = finding === chosen;
  const button = make(
    'button',
    {
      type: 'button',
      class: `entry ${finding.z ? 'zero' : 'advice'} ${state(finding)}`,
      'aria-current': current ? 'true' : null,
      tabindex: current ? '0' : '-1', // one stop for the tab key, arrows and j k move
      on: { click: () => choose(finding, { read: true }) },
    },
    make(
      'span',
      { class: 'line' },
      make('b', { text: finding.c }),
      make('span', { class: 'title', text: titleOf(finding.c) }),
      make('span', { class: 'page', text: pagesOf(finding) }),
    ),
    make('span', { class: 'message', text: finding.m }),
    asked.order === 'code' ? make('span', { class: 'page', text: finding.report.name }) : '',
    marks(finding),
  );
  parts.push(make('li', null, button));
  return parts;
};
const turn = (to) => {
  at = to;
  chosen = shown[at * SIZE];
  list();
  detail();
  one('list').scrollTop = 0;
};
const list = () => {
  const page = shown.slice(at * SIZE, at * SIZE + SIZE);
  const none = make('li', { class: 'none', text: T.none });
  put('list', page.length ? page.map((finding, place) => entry(finding, page[place - 1])) : none);
  pager('pager', at, SIZE, shown.length, turn);
  const left = shown.filter(undecided).length;
  one('shown').textContent = fill(T.shown, { n: number(shown.length), left: number(left) });
  one('bulk').disabled = !shown.length;
  one('bulk').textContent = fill(T.bulk, { n: number(shown.length) });
  chips();
  note('findings', { ...asking(), at: chosen ? chosen.id : '' });
};
const refilter = () => {
  shown = found();
  if (!shown.includes(chosen)) chosen = shown[0] || null;
  at = Math.max(0, Math.floor(shown.indexOf(chosen) / SIZE));
};
// `read`: on a narrow screen the finding takes the list's place. `focus`: the list keeps the keys.
const choose = (finding, { read = false, focus = true } = {}) => {
  if (!finding) return;
  keepDraft();
  if (!shown.includes(finding)) shown = [finding, ...shown];
  chosen = finding;
  at = Math.max(0, Math.floor(shown.indexOf(finding) / SIZE));
  if (read) document.body.classList.add('reading');
  list();
  detail();
  const button = document.querySelector('#list [aria-current]');
  if (button && wide.matches) {
    button.scrollIntoView({ block: 'nearest' });
    if (focus) button.focus({ preventScroll: true });
  }
  if (!wide.matches && document.body.classList.contains('reading')) scrollTo(0, 0);
};
const step = (by) => {
  const place = Math.max(0, Math.min(shown.length - 1, shown.indexOf(chosen) + by));
  choose(shown[place]);
};
// The next undecided one below, else the first from the top.
const onward = () => {
  const from = shown.indexOf(chosen);
  const next = [...shown.slice(from + 1), ...shown.slice(0, from)].find(undecided);
  if (next) choose(next);
  else say(T.all_decided, store.can.undo());
};
const findingsView = (query) => {
  askedFor(query);
  const wanted = findings.find((finding) => finding.id === query.get('at'));
  if (wanted) chosen = wanted;
  refilter();
  if (wanted && chosen !== wanted) {
    // A link leads to its finding whatever became of it since.
    shown = [wanted, ...shown];
    chosen = wanted;
    at = 0;
  }
  list();
  detail();
};
form.addEventListener(
  'input',
  later(() => {
    for (const name of fields)
      asked[name] = name === 'doubt' ? field(name).checked : field(name).value;
    refilter();
    list();
    detail();
  }, 120),
);
form.addEventListener('submit', (event) => event.preventDefault());
one('clear').addEventListener('click', () => ask({}));
one('more').addEventListener('click', () => {
  const open = one('more-filters').hidden;
  one('more-filters').hidden = !open;
  one('more').setAttribute('aria-expanded', String(open));
});
