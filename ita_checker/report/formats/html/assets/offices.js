// Offices first: what each has handed in year by year, what is missing, what contradicts what, whose text it is.
const sideBySide = held('side-by-side') || { o: [], p: [] };
sideBySide.o.forEach((office, number) => { office.number = number; office.trouble = office.m.length + office.c.length + office.t.length; });
const officeForm = document.getElementById('office-filters');
const OFFICES_SHOWN = 50;
let officeAt = 0, officeOpen = -1;
const officeName = (office) => office.n || T.no_organisation;
const openOffice = (number) => { officeOpen = number; offices(); document.getElementById('office').focus(); document.getElementById('office').scrollIntoView({ block: 'start' }); };
const counted = (list, kind) => list.length ? make('span', { class: `pill ${kind}`, text: String(list.length) }) : '';
const officeRows = () => {
  const terms = officeForm.elements.words.value.split(/\s+/).map(fold).filter(Boolean), only = officeForm.elements.only.value;
  return sideBySide.o.filter((office) => (!only || (only === 'any' ? office.trouble : office[only].length))
    && terms.every((term) => fold(`${office.n} ${office.a} ${office.s.join(' ')}`).includes(term)))
    .sort((a, b) => b.trouble - a.trouble || byThai(officeName(a), officeName(b)));
};
const itemTable = (office) => {
  const years = [...new Set(office.y.map((one) => one[0]))].sort(), items = [...new Set(office.y.map((one) => one[1]))];
  const cell = (item, year) => {
    const one = office.y.find((each) => each[0] === year && each[1] === item);
    if (!one) return make('td', { class: 'empty' });
    const [, , , files, missing, why] = one;
    if (missing) return make('td', { class: 'lacking', title: why }, make('b', { text: why ? T.office_unsure : T.office_missing }), why ? make('small', { text: why }) : '');
    return make('td', null, files.map((number) => make('div', null, fileLink(reports[number]))));
  };
  const title = (item) => (office.y.find((one) => one[1] === item && one[2]) || [])[2] || '';
  return make('table', null, make('thead', null, make('tr', null, make('th', { scope: 'col', text: T.item }), years.map((year) => make('th', { scope: 'col', text: `${T.year} ${year}` })))),
    make('tbody', null, items.map((item) => make('tr', null, make('th', { scope: 'row' }, item, make('small', { text: ` ${title(item)}` })), years.map((year) => cell(item, year))))));
};
const listed = (title, texts, kind) => texts.length ? [make('h3', null, `${title} `, counted(texts, kind)), make('ul', null, texts.map((text) => make('li', { text })))] : [];
const beside = (pair) => {
  const files = pair.f.map((number) => reports[number]);
  const head = [0, 1].map((side) => make('th', { scope: 'col' }, files[side] ? fileLink(files[side]) : '', make('small', { text: ` ${pair.o[side]}` })));
  const line = ([first, page, second, other]) => make('tr', null, [[first, page], [second, other]].map(([text, at]) =>
    make('td', null, text || '–', at ? make('small', { text: ` (${T.pages} ${at})` }) : '')));
  const part = (title, lines) => lines.length ? [make('tr', null, make('th', { colspan: '2', scope: 'colgroup', text: title })), ...lines.map(line)] : [];
  const same = pair.c === 'SET002' ? T.office_differs : T.office_same;
  return make('details', null, make('summary', { text: `${pair.c} ${head_title(pair.c)}` }),
    make('table', { class: 'beside' }, make('thead', null, make('tr', null, head)), make('tbody', null, ...part(same, pair.q), ...part(T.office_changed, pair.x))));
};
const head_title = (code) => (head.codes[code] || [''])[0];
const officePage = () => {
  const office = sideBySide.o[officeOpen];
  if (!office) { put('office'); return; }
  const findingsOf = () => { ask({ organisation: (reports[office.r[0]] || {}).name }); };
  put('office', make('h2', null, officeName(office), make('small', { text: ` ${office.a}` })),
    make('p', { class: 'hint', text: [office.g.length ? `${T.office_gathered}: ${office.g.join(' · ')}` : '', office.s.length > 1 ? `${T.office_spellings}: ${office.s.join(' · ')}` : ''].filter(Boolean).join(' — ') }),
    office.y.length ? make('div', { class: 'scroll' }, itemTable(office)) : '',
    ...listed(T.office_lacks, office.m, 'zero'), ...listed(T.office_contradicts, office.c, 'zero'), ...listed(T.office_copies, office.t, 'advice'),
    ...office.k.map((number) => beside(sideBySide.p[number])), ...listed(T.office_notes, office.w, 'advice'),
    office.r.length ? make('p', null, make('button', { type: 'button', text: T.office_findings, on: { click: findingsOf } })) : '');
};
const offices = () => {
  const wanted = officeRows();
  const rows = wanted.slice(officeAt * OFFICES_SHOWN, officeAt * OFFICES_SHOWN + OFFICES_SHOWN).map((office) => {
    const name = make('button', { type: 'button', class: 'plain', text: officeName(office), on: { click: () => openOffice(office.number) } });
    const years = [...new Set(office.y.map((one) => one[0]))].sort().join(', ');
    return row(name, office.a, years, String(office.r.length), counted(office.m, 'zero'), counted(office.c, 'zero'), counted(office.t, 'advice'));
  });
  put('office-table', table([T.organisation, T.office_place, T.year, T.reports, T.office_lacks, T.office_contradicts, T.office_copies], rows));
  document.getElementById('shown-offices').textContent = fill(T.office_shown, { n: number(wanted.length) });
  pager('office-pager', officeAt, OFFICES_SHOWN, wanted.length, (to) => { officeAt = to; offices(); });
  officePage();
};
for (const [value, text] of [['', T.any], ['any', T.office_trouble], ['m', T.office_lacks], ['c', T.office_contradicts], ['t', T.office_copies]]) {
  officeForm.elements.only.append(make('option', { value, text }));
}
officeForm.addEventListener('input', later(() => { officeAt = 0; offices(); }, 120));
officeForm.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('count-offices').textContent = number(sideBySide.o.length);
