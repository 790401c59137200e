// Tables and what goes with them.
const count = (n, kind, title) =>
  n ? make('span', { class: `pill ${kind}`, text: number(n), title }) : '';
const tally = (list) => {
  const counts = new Map();
  for (const name of list) counts.set(name, (counts.get(name) || 0) + 1);
  return counts;
};

const pager = (name, at, size, total, go) => {
  const last = Math.max(1, Math.ceil(total / size));
  const turn = (text, to) => press(text, () => go(to), { disabled: to < 0 || to >= last });
  const where = make('span', { text: fill(T.page_of, { n: at + 1, all: last }) });
  put(name, last > 1 ? [turn(T.previous, at - 1), where, turn(T.next, at + 1)] : []);
};

// A table that is sorted by pressing a heading. A column: {name, head, of(row) to sort by,
// cell(row), number}. `order`: {by, down}; `turn` is told of another one.
const sorted = (rows, columns, order) => {
  const column = columns.find((each) => each.name === order.by);
  if (!column) return rows;
  const sign = order.down ? -1 : 1;
  const compare = (a, b) => {
    const [x, y] = [column.of(a), column.of(b)];
    return typeof x === 'number' && typeof y === 'number' ? x - y : byThai(String(x), String(y));
  };
  return rows
    .map((row, at) => [row, at])
    .sort((a, b) => sign * compare(a[0], b[0]) || a[1] - b[1])
    .map(([row]) => row);
};
const table = (rows, columns, order, turn, words) => {
  if (!rows.length) return make('p', { class: 'hint', text: T.nothing });
  const heads = columns.map((column) => {
    const at = order && order.by === column.name;
    const sort = at ? (order.down ? 'descending' : 'ascending') : null;
    const again = () => turn({ by: column.name, down: at ? !order.down : Boolean(column.number) });
    const sortable = turn && column.of;
    return make(
      'th',
      { scope: 'col', 'aria-sort': sort, class: column.number ? 'number' : null },
      sortable ? press(column.head, again, { class: 'sort' }) : column.head,
    );
  });
  const cells = (row) =>
    columns.map((column) => {
      const cell = column.cell ? column.cell(row) : String(column.of(row) ?? '');
      return make('td', { class: column.number ? 'number' : column.tight ? 'tight' : null }, cell);
    });
  return make(
    'table',
    words,
    make('thead', null, make('tr', null, heads)),
    make(
      'tbody',
      null,
      rows.map((row) => make('tr', null, cells(row))),
    ),
  );
};
const scrolled = (label, inside) =>
  make('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label }, inside);
const plain = (text, act) => press(text, act, { class: 'plain' });
