// The overview: what a person takes in at a look, and the questions asked of it.
const percent = (part) => `${part > 0 && part < 0.01 ? '<1' : Math.round(part * 100)}%`;
const tile = (kind, text, name, hint) =>
  make(
    'div',
    { class: `tile ${kind}` },
    make('strong', { text }),
    make('span', { text: name }),
    make('small', { text: hint }),
  );
const tiles = (open) => {
  const zero = open.filter((finding) => finding.z).length;
  const pages = reports.reduce((sum, report) => sum + (report.n || 0), 0);
  const unread = reports.reduce((sum, report) => sum + report.u.length, 0);
  const closed = reports.filter((report) => report.n === null).length;
  const done = findings.filter((finding) => state(finding) !== 'undecided').length;
  const part = pages + closed ? (unread + closed) / (pages + closed) : 0;
  const known = reports.filter((report) => report.called !== T.no_organisation);
  const offices = number(new Set(known.map((report) => report.name)).size);
  const hint = { n: number(unread), all: number(pages), files: closed };
  put(
    'tiles',
    tile('plain', number(reports.length), T.reports, fill(T.reports_hint, { n: offices })),
    tile('zero', number(zero), T.zero, T.zero_hint),
    tile('advice', number(open.length - zero), T.advice, T.advice_hint),
    tile(part ? 'unread' : 'plain', percent(part), T.unread, fill(T.unread_hint, hint)),
    tile('decided', number(done), T.decided, fill(T.decided_hint, { n: number(findings.length) })),
  );
};
const STATES = ['unreadable', 'unknown', 'gaps', 'filtered', 'clean'];
const states = () => {
  const counts = tally(reports.map((report) => report.s));
  const names = STATES.filter((name) => counts.get(name));
  const parts = names.map((name) => {
    const part = make('span', { class: name });
    part.style.flexGrow = counts.get(name);
    return part;
  });
  const legend = names.map((name) =>
    make(
      'button',
      { type: 'button', class: 'plain', on: { click: () => go('reports', { status: name }) } },
      make('span', { class: `key ${name}` }),
      `${T[name]} `,
      make('b', { text: number(counts.get(name)) }),
    ),
  );
  put(
    'states',
    make('div', { class: 'bar', 'aria-hidden': 'true' }, parts),
    make('div', { class: 'legend' }, legend),
  );
};
const WORST = 5;
const because = (name) => {
  const open = live().filter((finding) => finding.report.name === name);
  const grave = open.filter((finding) => finding.z);
  const codes = tally((grave.length ? grave : open).map((finding) => finding.c));
  const why = [...codes].sort((a, b) => b[1] - a[1]);
  const told = ([code, n]) => (titleOf(code) || code) + (n > 1 ? ` ×${n}` : '');
  const few = why.slice(0, 3).map(told);
  return `${T.why_first}: ${few.join(' · ')}${why.length > 3 ? ' …' : ''}`;
};
const worst = () => {
  const ranked = groups('organisation').filter(all).sort(worstFirst).slice(0, WORST);
  const rows = ranked.map((group, place) => {
    const few = [
      group.zero ? count(group.zero, 'zero', T.zero) : '',
      count(group.advice, 'advice', T.advice),
    ];
    const files = fill(T.files_n, { n: group.reports.size });
    const button = make(
      'button',
      { type: 'button', class: 'worst', on: { click: () => ask(group.asks) } },
      make('span', { class: 'rank', text: String(place + 1) }),
      make(
        'span',
        { class: 'who' },
        make('b', { text: group.label }),
        make('small', { text: files }),
        make('span', { class: 'because', text: because(group.label) }),
      ),
      make('span', { class: 'numbers' }, few),
    );
    return make('li', null, button);
  });
  const none = make('p', { class: 'hint', text: T.worst_none });
  put('worst', rows.length ? make('ol', { class: 'ranks' }, rows) : none);
};
const FREQUENT = 8;
const frequent = () => {
  const ranked = groups('code').sort((a, b) => all(b) - all(a) || worstFirst(a, b));
  const most = Math.max(1, ...ranked.map(all));
  const bars = (group) =>
    ['zero', 'advice'].map((kind) => {
      const part = make('span', { class: kind });
      part.style.width = `${(group[kind] / most) * 100}%`;
      return part;
    });
  const rows = ranked.slice(0, FREQUENT).map((group) => {
    const hint = fill(T.in_offices, { n: number(group.offices.size) });
    const track = make('span', { class: 'track', 'aria-hidden': 'true' }, bars(group));
    return make(
      'button',
      { type: 'button', class: 'frequent', on: { click: () => ask(group.asks) } },
      make('span', { class: 'name', text: group.label }),
      track,
      make(
        'span',
        { class: 'n' },
        make('b', { text: number(all(group)) }),
        make('small', { text: hint }),
      ),
    );
  });
  put('frequent', rows.length ? rows : make('p', { class: 'hint', text: T.nothing }));
};
const overviewAsks = () => ({
  count: counting.way === 'organisation' ? '' : counting.way,
  sort: counting.by === 'zero' && counting.down ? '' : counting.by,
  up: counting.down ? '' : '1',
  rows: heating.rows === 'organisation' ? '' : heating.rows,
  columns: heating.columns === 'family' ? '' : heating.columns,
});
const overviewAsked = (query) => {
  const known = (value, names, other) => (Object.hasOwn(names, value) ? value : other);
  counting.way = known(query.get('count'), WAYS, 'organisation');
  counting.by = query.get('sort') || 'zero';
  counting.down = query.get('up') !== '1';
  heating.rows = known(
    query.get('rows'),
    { province: 1, district: 1, year: 1, code: 1 },
    'organisation',
  );
  heating.columns = known(query.get('columns'), COLUMNS, 'family');
};
// The switches above a table: which way it counts.
const switched = (name, of, act) => {
  for (const button of document.querySelectorAll(`[data-${name}]`)) {
    button.setAttribute('aria-pressed', String(button.dataset[name] === of()));
    button.onclick = () => {
      act(button.dataset[name]);
      note('overview', overviewAsks());
      overviewTables();
    };
  }
};
const overviewTables = () => {
  const open = live();
  switched(
    'count',
    () => counting.way,
    (way) => {
      const by = way === 'code' ? 'all' : 'zero';
      Object.assign(counting, { way, by, down: true, shown: 30 });
    },
  );
  switched(
    'rows',
    () => heating.rows,
    (rows) => Object.assign(heating, { rows, shown: 30 }),
  );
  switched(
    'columns',
    () => heating.columns,
    (columns) => Object.assign(heating, { columns }),
  );
  counts();
  heat(open);
};
const overview = (query) => {
  if (query) overviewAsked(query);
  tiles(live());
  states();
  worst();
  frequent();
  unreadList();
  overviewTables();
};
