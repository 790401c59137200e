// All reports, also those with nothing to say; the rules they were held against.
const reporting = { words: '', status: '', by: '', down: false, page: 0 };
const reportForm = one('report-filters');
reportForm.elements.status.append(
  make('option', { value: '', text: T.any }),
  ...STATES.map((value) => make('option', { value, text: T[value] })),
);
const openOf = (report) => report.f.filter((finding) => !silent(finding));
const zeroOf = (report) => openOf(report).filter((finding) => finding.z).length;
const adviceOf = (report) => openOf(report).length - zeroOf(report);
const rulesLeft = (report) => {
  if (!report.q.length) return '';
  const lines = report.q.map(([rule, why]) => make('li', { text: why ? `${rule}: ${why}` : rule }));
  const summary = make('summary', { text: String(report.q.length) });
  return make('details', null, summary, make('ul', null, lines));
};
const REPORT_COLUMNS = [
  {
    name: 'organisation',
    head: T.organisation,
    of: (report) => report.name,
    cell: (report) => plain(report.name, () => ask({ file: report.p, decision: 'any' })),
  },
  { name: 'item', head: T.item, of: (report) => report.i.join(' ') },
  {
    name: 'year',
    head: T.year,
    of: (report) => report.y || 0,
    cell: (report) => String(report.y || ''),
    number: true,
  },
  { name: 'place', head: T.office_place, of: (report) => report.a },
  { name: 'file', head: T.file, of: (report) => report.p, cell: (report) => fileLink(report) },
  {
    name: 'result',
    head: T.result,
    of: (report) => STATES.indexOf(report.s),
    cell: (report) => stateMark(report.s),
  },
  {
    name: 'zero',
    head: T.zero,
    of: zeroOf,
    cell: (report) => count(zeroOf(report), 'zero'),
    number: true,
  },
  {
    name: 'advice',
    head: T.advice,
    of: adviceOf,
    cell: (report) => count(adviceOf(report), 'advice'),
    number: true,
  },
  {
    name: 'read',
    head: T.pages_read,
    of: (report) => (report.n === null ? -1 : report.n - report.u.length),
    cell: (report) => {
      if (report.n === null) return '–';
      const left = report.u.length ? ` (${T.unread}: ${ranges(report.u)})` : '';
      return `${report.n - report.u.length}/${report.n}${left}`;
    },
    number: true,
  },
  { name: 'rules', head: T.not_decided, of: (report) => report.q.length, cell: rulesLeft },
];
const reportTable = () => {
  const wanted = terms(reporting.words);
  const told = (report) => {
    const codes = report.f.map((finding) => finding.c).join(' ');
    return fold(
      `${report.name} ${report.a} ${report.p} ${report.i.join(' ')} ${report.y} ${codes}`,
    );
  };
  const matching = reports.filter(
    (report) =>
      (!reporting.status || report.s === reporting.status) &&
      wanted.every((term) => told(report).includes(term)),
  );
  const rows = sorted(matching, REPORT_COLUMNS, reporting);
  const from = reporting.page * SIZE;
  const turn = (order) => {
    Object.assign(reporting, order, { page: 0 });
    reportTable();
    document.querySelector('#report-table th[aria-sort] button')?.focus();
  };
  put('report-table', table(rows.slice(from, from + SIZE), REPORT_COLUMNS, reporting, turn));
  one('shown-reports').textContent = fill(T.shown_reports, { n: number(rows.length) });
  pager('report-pager', reporting.page, SIZE, rows.length, (to) => {
    reporting.page = to;
    reportTable();
  });
  const { words, status, by, down, page } = reporting;
  note('reports', { words, status, sort: by, down, page: page || '' });
};
const reportsView = (query) => {
  reporting.words = query.get('words') || '';
  reporting.status = query.get('status') || '';
  reporting.by = query.get('sort') || '';
  reporting.down = query.get('down') === '1';
  reporting.page = Number(query.get('page')) || 0;
  reportForm.elements.words.value = reporting.words;
  reportForm.elements.status.value = reporting.status;
  reportTable();
};
reportForm.addEventListener(
  'input',
  later(() => {
    reporting.words = reportForm.elements.words.value;
    reporting.status = reportForm.elements.status.value;
    reporting.page = 0;
    reportTable();
  }, 120),
);
reportForm.addEventListener('submit', (event) => event.preventDefault());

const rulesView = () => {
  put(
    'packs',
    table(head.packs, [
      { name: 'pack', head: T.pack, of: (pack) => pack[0] },
      { name: 'rules', head: T.pack_rules, of: (pack) => pack[2], number: true },
      { name: 'sha256', head: 'sha256', cell: (pack) => make('code', { text: pack[1] }) },
    ]),
  );
  put(
    'changes',
    table(head.changes, [
      { name: 'pack', head: T.pack, of: (change) => change[0] },
      { name: 'rule', head: T.rule, of: (change) => change[1] },
      { name: 'to', head: T.to, of: (change) => T[change[2]] || change[2] },
      { name: 'reason', head: T.reason, of: (change) => change[3] },
    ]),
  );
};
