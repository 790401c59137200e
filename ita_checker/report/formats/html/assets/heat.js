// The heat map: who has how much of what. Colours go by quantiles of findings per report, so that
// few and many are told apart whatever the size of the folder.
const heating = { rows: 'organisation', columns: 'family', shown: 30 };
const COLUMNS = {
  family: (finding) => [finding.family],
  code: (finding) => [finding.c],
  item: (finding) => finding.report.i,
};
const columnTitle = (name) => {
  if (heating.columns === 'family') return T[`family_${name}`] || name;
  return heating.columns === 'code' ? titleOf(name) : fill(T.item_n, { item: name });
};
const columnNames = (open) => {
  const used = new Set(open.flatMap(COLUMNS[heating.columns]));
  if (heating.columns === 'family') return FAMILIES.filter((name) => used.has(name));
  return [...used].sort();
};
const heatRows = (open) => {
  const lines = new Map();
  const way = WAYS[heating.rows];
  const of = ([label, asks]) => {
    if (!lines.has(label)) {
      const empty = { label, asks, reports: 0, unread: 0, rules: 0, zero: 0, all: 0 };
      lines.set(label, { ...empty, cells: new Map() });
    }
    return lines.get(label);
  };
  for (const report of reports)
    for (const group of way(report)) {
      const line = of(group);
      line.reports++;
      line.unread += report.n === null ? 1 : report.u.length;
      line.rules += report.q.length;
    }
  for (const finding of open)
    for (const group of way(finding.report, finding)) {
      const line = of(group);
      line.zero += finding.z;
      line.all++;
      for (const name of COLUMNS[heating.columns](finding)) {
        const cell = line.cells.get(name) || [0, 0];
        line.cells.set(name, [cell[0] + finding.z, cell[1] + 1]);
      }
    }
  const graver = (a, b) =>
    b.zero - a.zero || b.all - a.all || b.unread - a.unread || byThai(a.label, b.label);
  return [...lines.values()].sort(graver);
};
// The borders of so many equal shares of the values that are not 0.
const borders = (values, parts) => {
  const known = values.filter((value) => value > 0).sort((a, b) => a - b);
  if (!known.length) return [];
  const at = (part) =>
    known[Math.min(known.length - 1, Math.ceil((part / parts) * known.length) - 1)];
  return Array.from({ length: parts }, (_, part) => at(part + 1));
};
const levelOf = (value, limits) => 1 + limits.findIndex((limit) => value <= limit + 1e-9);
const shares = (lines, zero) =>
  lines.flatMap((line) =>
    [...line.cells.values()]
      .filter((cell) => Boolean(cell[0]) === zero)
      .map((cell) => (zero ? cell[0] : cell[1]) / Math.max(1, line.reports)),
  );
const heat = (open) => {
  const lines = heatRows(open);
  const names = columnNames(open);
  const limits = { z: borders(shares(lines, true), 5), a: borders(shares(lines, false), 3) };
  const key = { family: 'family', code: 'code', item: 'item' }[heating.columns];
  const cell = (line, name) => {
    const [zero, many] = line.cells.get(name) || [0, 0];
    if (!many) return make('td', { class: 'empty' });
    const kind = zero ? 'z' : 'a';
    const level = levelOf((zero || many) / Math.max(1, line.reports), limits[kind]);
    const words = `${columnTitle(name)}: ${many} (${T.zero} ${zero})`;
    const button = press(String(many), () => ask({ ...line.asks, [key]: name }), {
      'aria-label': `${line.label} ${words}`,
      title: words,
    });
    return make('td', { class: `${kind}${level}` }, button);
  };
  const body = lines.slice(0, heating.shown).map((line) => heatLine(line, names, cell));
  const left = lines.length - heating.shown;
  const more = () => {
    heating.shown += 200;
    heat(live());
  };
  const words = { class: `heat by-${heating.columns}` };
  put(
    'heat',
    make('table', words, make('thead', null, heatHead(names)), make('tbody', null, body)),
    left > 0 ? press(fill(T.more, { n: left }), more, { class: 'more' }) : '',
  );
  put('heat-key', heatKey('z', limits.z, T.zero), heatKey('a', limits.a, T.advice));
};
const heatHead = (names) => {
  const head = (name) => {
    const title = columnTitle(name);
    const small = heating.columns === 'family' ? make('small', { text: title }) : '';
    return make('th', { scope: 'col', title }, make('span', { text: name }), small);
  };
  const plainHead = (text) => make('th', { scope: 'col', text });
  const ends = [T.total, T.unread, T.undecided_rules];
  return make('tr', null, plainHead(T[heating.rows]), names.map(head), ends.map(plainHead));
};
const heatLine = (line, names, cell) => {
  const many = line.reports > 1 ? ` ${line.reports} ${T.reports}` : '';
  return make(
    'tr',
    null,
    make(
      'th',
      { scope: 'row' },
      plain(line.label, () => ask(line.asks)),
      make('small', { text: many }),
    ),
    names.map((name) => cell(line, name)),
    make('td', { class: 'sum', text: line.all || '–' }),
    make('td', { class: line.unread ? 'blind' : 'empty', text: line.unread || '' }),
    make('td', { class: line.rules ? 'blind' : 'empty', text: line.rules || '' }),
  );
};
const heatKey = (kind, limits, title) => {
  const unlike = limits.filter((limit, place) => limits.indexOf(limit) === place);
  if (!unlike.length) return '';
  const swatch = (limit) =>
    make('span', { class: `swatch ${kind}${levelOf(limit, limits)}`, text: `≤ ${nice(limit)}` });
  return make('span', { class: 'scale' }, `${title}: `, unlike.map(swatch));
};
const nice = (value) => String(Math.round(value * 100) / 100);
