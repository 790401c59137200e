// Offices first: what each has handed in year by year, what is missing, what contradicts what,
// whose text it is, and how much was found.
const officeForm = one('office-filters');
const officing = { words: '', only: '', by: '', down: false, page: 0, office: null };
const reportsOf = (office) => office.r.map((place) => reports[place]);
for (const office of sideBySide.o) {
  office.trouble = office.m.length + office.c.length + office.t.length;
  office.label = labelOf(office.n || T.no_organisation, office.a);
}
const openIn = (office) => reportsOf(office).flatMap(openOf);
const graveIn = (office) => openIn(office).filter((finding) => finding.z).length;
const mildIn = (office) => openIn(office).filter((finding) => !finding.z).length;
const unreadIn = (office) =>
  reportsOf(office).reduce((sum, report) => sum + (report.n === null ? 1 : report.u.length), 0);
const openOffice = (office) => {
  go('offices', { ...officeAsks(), office: office.number + 1 });
};
const OFFICE_COLUMNS = [
  {
    name: 'label',
    head: T.organisation,
    of: (office) => office.label,
    cell: (office) => plain(office.n || T.no_organisation, () => openOffice(office)),
  },
  { name: 'place', head: T.office_place, of: (office) => office.a },
  {
    name: 'years',
    head: T.year,
    of: (office) => [...new Set(office.y.map((held) => held[0]))].sort().join(', '),
  },
  { name: 'reports', head: T.reports, of: (office) => office.r.length, number: true },
  ...[
    ['zero', T.zero, graveIn, 'zero'],
    ['advice', T.advice, mildIn, 'advice'],
    ['unread', T.unread, unreadIn, 'blind'],
    ['m', T.office_lacks, (office) => office.m.length, 'zero'],
    ['c', T.office_contradicts, (office) => office.c.length, 'zero'],
    ['t', T.office_copies, (office) => office.t.length, 'advice'],
  ].map(([name, head, of, kind]) => ({
    name,
    head,
    of,
    cell: (office) => count(of(office), kind),
    number: true,
  })),
];
const troubled = (a, b) =>
  b.trouble - a.trouble || graveIn(b) - graveIn(a) || byThai(a.label, b.label);
const officeAsks = () => {
  const { words, only, by, down, page } = officing;
  return { words, only, sort: by, down, page: page || '' };
};
const officeTable = () => {
  const wanted = terms(officing.words);
  const only = officing.only;
  const matching = sideBySide.o.filter(
    (office) =>
      (!only || (only === 'any' ? office.trouble : office[only].length)) &&
      wanted.every((term) => fold(`${office.n} ${office.a} ${office.s.join(' ')}`).includes(term)),
  );
  const rows = sorted([...matching].sort(troubled), OFFICE_COLUMNS, officing);
  const from = officing.page * SIZE;
  const turn = (order) => {
    Object.assign(officing, order, { page: 0 });
    officeTable();
    document.querySelector('#office-table th[aria-sort] button')?.focus();
  };
  put('office-table', table(rows.slice(from, from + SIZE), OFFICE_COLUMNS, officing, turn));
  one('shown-offices').textContent = fill(T.office_shown, { n: number(rows.length) });
  pager('office-pager', officing.page, SIZE, rows.length, (to) => {
    officing.page = to;
    officeTable();
  });
  const open = officing.office ? officing.office.number + 1 : '';
  note('offices', { ...officeAsks(), office: open });
};
const officesView = (query) => {
  officing.words = query.get('words') || '';
  officing.only = query.get('only') || '';
  officing.by = query.get('sort') || '';
  officing.down = query.get('down') === '1';
  officing.page = Number(query.get('page')) || 0;
  const before = officing.office;
  officing.office = sideBySide.o[Number(query.get('office')) - 1] || null;
  officeForm.elements.words.value = officing.words;
  officeForm.elements.only.value = officing.only;
  officeTable();
  officePage();
  if (officing.office && officing.office !== before) one('office').focus();
};
for (const [value, text] of [
  ['', T.any],
  ['any', T.office_trouble],
  ['m', T.office_lacks],
  ['c', T.office_contradicts],
  ['t', T.office_copies],
])
  officeForm.elements.only.append(make('option', { value, text }));
officeForm.addEventListener(
  'input',
  later(() => {
    officing.words = officeForm.elements.words.value;
    officing.only = officeForm.elements.only.value;
    officing.page = 0;
    officeTable();
  }, 120),
);
officeForm.addEventListener('submit', (event) => event.preventDefault());
