// One office whole: its items by year, what shows only where its files lie side by side, hand-over.
const itemTable = (office) => {
  const years = [...new Set(office.y.map((held) => held[0]))].sort();
  const items = [...new Set(office.y.map((held) => held[1]))];
  const titleFor = (item) => (office.y.find((held) => held[1] === item && held[2]) || [])[2] || '';
  const cell = (item, year) => {
    const held = office.y.find((each) => each[0] === year && each[1] === item);
    if (!held) return make('td', { class: 'empty' });
    const [, , , files, missing, why] = held;
    if (missing) {
      const text = why ? T.office_unsure : T.office_missing;
      const small = why ? make('small', { text: why }) : '';
      return make('td', { class: 'lacking', title: why }, make('b', { text }), small);
    }
    return make(
      'td',
      null,
      files.map((place) => make('div', null, fileLink(reports[place]))),
    );
  };
  const head = (text) => make('th', { scope: 'col', text });
  const years_said = years.map((year) => head(`${T.year} ${year}`));
  const rows = items.map((item) => {
    const name = make('th', { scope: 'row' }, item, make('small', { text: ` ${titleFor(item)}` }));
    return make(
      'tr',
      null,
      name,
      years.map((year) => cell(item, year)),
    );
  });
  return make(
    'table',
    null,
    make('thead', null, make('tr', null, head(T.item), years_said)),
    make('tbody', null, rows),
  );
};
const listed = (title, texts, kind) =>
  texts.length
    ? [
        make('h3', null, `${title} `, count(texts.length, kind)),
        make(
          'ul',
          null,
          texts.map((text) => make('li', { text })),
        ),
      ]
    : [];
const beside = (pair) => {
  const files = pair.f.map((place) => reports[place]);
  const heads = [0, 1].map((side) => {
    const link = files[side] ? fileLink(files[side]) : '';
    return make('th', { scope: 'col' }, link, make('small', { text: ` ${pair.o[side]}` }));
  });
  const cell = (text, page) => {
    const small = page ? make('small', { text: ` (${T.pages} ${page})` }) : '';
    return make('td', null, text || '–', small);
  };
  const line = ([first, page, second, other]) =>
    make('tr', null, cell(first, page), cell(second, other));
  const title = (text) => make('tr', null, make('th', { colspan: '2', scope: 'colgroup', text }));
  const part = (text, lines) => (lines.length ? [title(text), ...lines.map(line)] : []);
  const same = pair.c === 'SET002' ? T.office_differs : T.office_same;
  const body = [...part(same, pair.q), ...part(T.office_changed, pair.x)];
  return make(
    'details',
    null,
    make('summary', { text: `${pair.c} ${titleOf(pair.c)}` }),
    make(
      'table',
      { class: 'beside' },
      make('thead', null, make('tr', null, heads)),
      make('tbody', null, body),
    ),
  );
};
const officePage = () => {
  const office = officing.office;
  if (!office) return put('office');
  const spelled = office.s.length > 1 ? `${T.office_spellings}: ${office.s.join(' · ')}` : '';
  const gathered = office.g.length ? `${T.office_gathered}: ${office.g.join(' · ')}` : '';
  const label = reportsOf(office)[0]?.name || office.label;
  put(
    'office',
    make('h2', null, office.n || T.no_organisation, make('small', { text: ` ${office.a}` })),
    make('p', { class: 'hint', text: [gathered, spelled].filter(Boolean).join(' — ') }),
    office.r.length ? officeDo(office, label) : '',
    office.y.length ? scrolled(T.item, itemTable(office)) : '',
    listed(T.office_lacks, office.m, 'zero'),
    listed(T.office_contradicts, office.c, 'zero'),
    listed(T.office_copies, office.t, 'advice'),
    office.k.map((place) => beside(sideBySide.p[place])),
    listed(T.office_notes, office.w, 'advice'),
  );
};
const officeDo = (office, label) => {
  const open = make('input', { type: 'checkbox', name: 'open', checked: !anyDecided(office) });
  const hand = (write) => () => {
    const told = write(office, open.checked);
    say(told ? fill(T.handed_over, { n: number(told) }) : T.hand_over_none);
  };
  return make(
    'div',
    { class: 'hand-over' },
    press(T.office_findings, () => ask({ organisation: label })),
    press(T.hand_over_page, hand(handOverPage), { id: 'hand-over-page' }),
    press(T.hand_over_sheet, hand(handOverSheet), { id: 'hand-over-sheet' }),
    make('label', { class: 'tick' }, open, ` ${T.hand_over_open}`),
  );
};
