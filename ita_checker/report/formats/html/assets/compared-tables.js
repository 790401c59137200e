// The tables of scans side by side, and the trend.
const LINE_COLUMNS = [
  {
    name: 'organisation',
    head: T.organisation,
    of: (line) => line.organisation || T.no_organisation,
    cell: (line) => [
      line.organisation || T.no_organisation,
      line.place ? make('small', { text: ` ${line.place}` }) : '',
    ],
  },
  {
    name: 'path',
    head: T.file,
    of: (line) => line.path,
    cell: (line) => [
      line.path,
      line.was ? make('small', { class: 'under', text: `${T.moved_from} ${line.was}` }) : '',
    ],
  },
  { name: 'code', head: T.code, of: (line) => line.code, tight: true },
  { name: 'message', head: T.finding, of: (line) => line.message },
  {
    name: 'pages',
    head: T.pages,
    of: (line) => line.pages[0] || 0,
    cell: (line) => line.pages.join(', ') || T.no_page,
  },
  {
    name: 'zero',
    head: T.severity,
    of: (line) => -line.zero,
    cell: (line) => {
      const kind = line.zero ? 'zero' : 'advice';
      return make('span', { class: `pill ${kind}`, text: T[kind] });
    },
  },
  {
    name: 'why',
    head: T.why,
    of: (line) => T[`why_${line.why}`],
    cell: (line) => make('span', { class: `why ${line.why}`, text: T[`why_${line.why}`] }),
  },
];
const paged = (rows, columns, name, pages) => {
  const from = asked.page * SIZE;
  const turn = (order) => {
    Object.assign(asked, order, { page: 0 });
    draw();
    document.querySelector(`#${name} th[aria-sort] button`)?.focus();
  };
  const ordered = sorted(rows, columns, asked);
  put(name, table(ordered.slice(from, from + SIZE), columns, asked, turn));
  pager(pages, asked.page, SIZE, rows.length, (to) => {
    asked.page = to;
    draw();
  });
  noting();
};
const lineTable = () => {
  const lines = matching();
  one('shown').textContent = fill(T.lines_shown, { n: number(lines.length) });
  paged(lines, LINE_COLUMNS, 'table', 'pager');
};
const all = (counts) => (counts ? counts[0] + counts[1] : 0);
const changeOf = ([, , counts]) => {
  const known = counts.filter(Boolean);
  return known.length > 1 ? all(known[known.length - 1]) - all(known[known.length - 2]) : 0;
};
const unreadPill = (counts) =>
  counts[2] ? [' ', make('span', { class: 'pill blind', text: `${T.unread} ${counts[2]}` })] : '';
const countsCell = (counts) =>
  counts
    ? [
        count(counts[0], 'zero', T.zero),
        ' ',
        count(counts[1], 'advice', T.advice),
        unreadPill(counts),
      ]
    : make('small', { text: T.absent_then });
const courseColumns = () => [
  {
    name: 'office',
    head: T.organisation,
    of: (row) => row[0] || T.no_organisation,
    cell: (row) => [row[0] || T.no_organisation, make('small', { text: ` ${row[1]}` })],
  },
  ...runs.map((run, at) => ({
    name: `run${at}`,
    head: run.n,
    of: (row) => (row[2][at] ? row[2][at][0] * 10000 + row[2][at][1] : -1),
    cell: (row) => countsCell(row[2][at]),
    number: true,
  })),
  {
    name: 'change',
    head: T.change,
    of: changeOf,
    cell: (row) => {
      const by = changeOf(row);
      const last = row[2].filter(Boolean).pop();
      const text = by ? (by > 0 ? `+${by}` : `−${-by}`) : '0';
      // Fewer because nobody looked is no better.
      return last[2]
        ? make('span', { class: 'blind', title: T.not_mended, text: `${text} ?` })
        : text;
    },
    number: true,
  },
];
const courseTable = () => {
  const words = terms(wanted.words);
  one('course-filters').elements.words.value = wanted.words;
  const told = (row) => fold(`${row[0] || T.no_organisation} ${row[1]}`);
  const rows = head.o.filter((row) => words.every((word) => told(row).includes(word)));
  paged(rows, courseColumns(), 'course-table', 'course-pager');
};
const fileLists = () => {
  const listed = (texts) =>
    texts.length
      ? make(
          'ul',
          null,
          texts.map((text) => make('li', { text })),
        )
      : make('p', { class: 'hint', text: T.nothing });
  put('files-new', listed(step().files_new));
  put('files-gone', listed(step().files_gone));
  put(
    'files-moved',
    listed(step().files_moved.map(([from, to]) => `${to} (${T.moved_from} ${from})`)),
  );
  noting();
};
const trendTable = () => {
  const plain = (name, head) => ({ name, head, of: (run) => run[name], number: true });
  const since = (name, sign) => ({
    name,
    head: T[name],
    cell: (run) => (run === runs[0] ? '' : `${sign}${number(run[name])}`),
    number: true,
  });
  const unread = (run) =>
    [
      run.closed ? fill(T.files_n, { n: number(run.closed) }) : '',
      run.pages ? fill(T.pages_n, { n: number(run.pages) }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  const columns = [
    { name: 'n', head: T.run, cell: (run) => [run.n, make('small', { text: ` ${run.f}` })] },
    plain('reports', T.reports),
    plain('zero', T.zero),
    plain('advice', T.advice),
    { name: 'unread', head: T.unread, cell: (run) => unread(run), number: true },
    since('new', '+'),
    since('gone', '−'),
  ];
  put('trend-table', table(runs, columns));
};
const chart = () => {
  const most = Math.max(1, ...runs.map((run) => run.zero + run.advice));
  const column = (run) => {
    const parts = ['advice', 'zero'].map((kind) => {
      const part = make('span', { class: kind });
      part.style.height = `${(run[kind] / most) * 100}%`;
      return part;
    });
    return make(
      'div',
      { class: 'column' },
      make('b', { text: number(run.zero + run.advice) }),
      make('div', { class: 'stack' }, parts),
      make('small', { text: run.n }),
    );
  };
  put('chart', runs.map(column));
  one('chart').hidden = runs.length < 3;
};
const typed = later((from) => {
  for (const field of from.elements)
    if (field.name && Object.hasOwn(wanted, field.name)) wanted[field.name] = field.value;
  asked.page = 0;
  draw();
}, 120);
for (const from of [form, one('course-filters')]) {
  from.addEventListener('input', () => typed(from));
  from.addEventListener('submit', (event) => event.preventDefault());
}
put(
  'step',
  steps.map((_, at) => {
    const text = fill(T.step_of, { old: runs[at].n, new: runs[at + 1].n });
    return make('option', { value: String(at), text });
  }),
);
one('step').addEventListener('change', (event) => {
  const at = Number(event.target.value);
  go(asked.view, { step: at === steps.length - 1 ? '' : at + 1 });
});
addEventListener('hashchange', show);
addEventListener('beforeprint', () => {
  one('printed').textContent = fill(T.printed, { day: spoken(dayOf(new Date())) });
});
trendTable();
chart();
show();
