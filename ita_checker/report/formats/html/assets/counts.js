// What an auditor asks for: the same findings counted by office, code, place, year and item, each
// table sorted by any of its columns.
const sumUp = (label) => ({
  label,
  asks: {},
  offices: new Set(),
  reports: new Set(),
  zero: 0,
  advice: 0,
  undecided: 0,
  pages: 0,
  closed: 0,
});
const inDistrict = (report) => [report.d, report.v].filter(Boolean).join(' ');
// Each way to count: the groups a report (and one of its findings) belongs to, and the filter that
// shows them.
const WAYS = {
  organisation: (report) => [[report.name, { organisation: report.name }]],
  code: (report, finding) =>
    finding ? [[`${finding.c} ${titleOf(finding.c)}`, { code: finding.c }]] : [],
  province: (report) => [[report.v || T.no_place, { province: report.v }]],
  district: (report) => [
    [inDistrict(report) || T.no_place, { district: report.d, province: report.v }],
  ],
  year: (report) => [[String(report.y || T.no_year), { year: report.y }]],
  item: (report) =>
    report.i.length ? report.i.map((item) => [item, { item }]) : [[T.no_item, {}]],
};
const groups = (way) => {
  const all = new Map();
  const of = (label, asks) => {
    if (!all.has(label)) all.set(label, Object.assign(sumUp(label), { asks }));
    return all.get(label);
  };
  for (const report of reports) {
    for (const [label, asks] of WAYS[way](report)) {
      const group = of(label, asks);
      group.reports.add(report.number);
      if (report.called !== T.no_organisation) group.offices.add(report.name);
      group.pages += report.u.length;
      group.closed += report.n === null ? 1 : 0;
    }
    for (const finding of report.f) {
      if (silent(finding)) continue;
      for (const [label, asks] of WAYS[way](report, finding)) {
        const group = of(label, asks);
        group[finding.z ? 'zero' : 'advice']++;
        group.undecided += undecided(finding) ? 1 : 0;
        group.reports.add(report.number);
        if (report.called !== T.no_organisation) group.offices.add(report.name);
      }
    }
  }
  return [...all.values()];
};
const all = (group) => group.zero + group.advice;
const worstFirst = (a, b) => b.zero - a.zero || all(b) - all(a) || byThai(a.label, b.label);
const unreadWords = (group) =>
  [
    group.closed ? fill(T.files_n, { n: group.closed }) : '',
    group.pages ? fill(T.pages_n, { n: group.pages }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
const countColumns = (way) => [
  {
    name: 'label',
    head: T[way],
    of: (group) => group.label,
    cell: (group) => plain(group.label, () => ask(group.asks)),
  },
  ...(way === 'organisation'
    ? []
    : [{ name: 'offices', head: T.offices, of: (group) => group.offices.size, number: true }]),
  { name: 'reports', head: T.reports, of: (group) => group.reports.size, number: true },
  {
    name: 'zero',
    head: T.zero,
    of: (group) => group.zero,
    cell: (group) => count(group.zero, 'zero'),
    number: true,
  },
  {
    name: 'advice',
    head: T.advice,
    of: (group) => group.advice,
    cell: (group) => count(group.advice, 'advice'),
    number: true,
  },
  { name: 'all', head: T.total, of: all, number: true },
  {
    name: 'each',
    head: T.per_report,
    of: (group) => (group.reports.size ? all(group) / group.reports.size : 0),
    cell: (group) => (all(group) / Math.max(1, group.reports.size)).toFixed(1),
    number: true,
  },
  { name: 'undecided', head: T.undecided, of: (group) => group.undecided, number: true },
  ...(way === 'code'
    ? []
    : [
        {
          name: 'unread',
          head: T.unread,
          of: (group) => group.closed * 1000 + group.pages,
          cell: unreadWords,
          number: true,
        },
      ]),
];
const counting = { way: 'organisation', by: 'zero', down: true, shown: 30 };
const counts = () => {
  const rows = sorted(groups(counting.way).sort(worstFirst), countColumns(counting.way), counting);
  const turn = (order) => {
    Object.assign(counting, order);
    note('overview', overviewAsks());
    counts();
    document.querySelector('#counts th[aria-sort] button')?.focus();
  };
  const left = rows.length - counting.shown;
  const more = () => {
    counting.shown += 200;
    counts();
  };
  put(
    'counts',
    scrolled(
      T.counts,
      table(rows.slice(0, counting.shown), countColumns(counting.way), counting, turn),
    ),
    left > 0 ? press(fill(T.more, { n: left }), more, { class: 'more' }) : '',
  );
};
// What was not read, and whose it is.
const unreadList = () => {
  const rows = reports.filter((report) => report.n === null || report.u.length);
  const columns = [
    {
      name: 'organisation',
      head: T.organisation,
      of: (report) => report.name,
      cell: (report) => plain(report.name, () => ask({ file: report.p })),
    },
    { name: 'file', head: T.file, cell: fileLink },
    {
      name: 'unread',
      head: T.unread,
      cell: (report) =>
        report.n === null ? T.whole_file : `${T.pages} ${ranges(report.u)} / ${report.n}`,
    },
    { name: 'why', head: T.reason, cell: (report) => whyUnread(report) },
  ];
  put('unread', scrolled(T.unread_whose, table(rows.slice(0, 200), columns)));
  one('unread-card').hidden = !rows.length;
};
const whyUnread = (report) => report.f.find((finding) => head.never.includes(finding.c))?.m || '';
// Pages as people write them: 3, 6-25, 288.
const ranges = (pages) => {
  const runs = [];
  for (const page of pages) {
    const last = runs[runs.length - 1];
    if (last && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ');
};
