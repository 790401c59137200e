// The overview: what a person takes in at a look.
let columns = 'family', heatRows = 30;
const percent = (share) => `${share > 0 && share < 0.01 ? '<1' : Math.round(share * 100)}%`;
const tile = (kind, number, name, hint) => make('div', { class: `tile ${kind}` },
  make('strong', { text: number }), make('span', { text: name }), make('small', { text: hint }));
const number = (value) => value.toLocaleString('en');

const tiles = (open) => {
  const zero = open.filter((finding) => finding.z).length;
  const pages = reports.reduce((sum, report) => sum + (report.n || 0), 0), unread = reports.reduce((sum, report) => sum + report.u.length, 0);
  const closed = reports.filter((report) => report.n === null).length;
  const decided = new Set(findings.filter(decisionOf)).size;
  const share = pages + closed ? (unread + closed) / (pages + closed) : 0;
  put('tiles',
    tile('plain', number(reports.length), T.reports, fill(T.reports_hint, { n: number(new Set(reports.map((report) => report.name)).size) })),
    tile('zero', number(zero), T.zero, T.zero_hint), tile('advice', number(open.length - zero), T.advice, T.advice_hint),
    tile(share ? 'unread' : 'plain', percent(share), T.unread, fill(T.unread_hint, { n: number(unread), all: number(pages), files: closed })),
    tile('decided', number(decided), T.decided, fill(T.decided_hint, { n: number(findings.length) })));
};
const states = () => {
  const counts = tally(reports.map((report) => report.s)), names = ['unreadable', 'unknown', 'gaps', 'filtered', 'clean'].filter((name) => counts.get(name));
  const bar = make('div', { class: 'bar', 'aria-hidden': 'true' }, names.map((name) => {
    const part = make('span', { class: name });
    part.style.flexGrow = counts.get(name);
    return part;
  }));
  const legend = names.map((name) => make('button', { type: 'button', class: 'plain', on: { click: () => askReports(name) } },
    make('span', { class: `key ${name}` }), `${T[name]} `, make('b', { text: number(counts.get(name)) })));
  put('states', bar, make('div', { class: 'legend' }, legend));
};
const worst = () => {
  const ranked = reports.map((report) => ({ report, open: report.f.filter((finding) => !silent(finding)) })).filter((one) => one.open.length)
    .map((one) => ({ ...one, zero: one.open.filter((finding) => finding.z).length })).sort((a, b) => b.zero - a.zero || b.open.length - a.open.length).slice(0, 5);
  const rows = ranked.map(({ report, open, zero }, place) => {
    const why = [...tally((zero ? open.filter((finding) => finding.z) : open).map((finding) => finding.c))].sort((a, b) => b[1] - a[1]);
    const reasons = why.slice(0, 4).map(([code, count]) => `${head.codes[code]?.[0] || code}${count > 1 ? ` ×${count}` : ''}`);
    return make('li', null, make('button', { type: 'button', class: 'worst', on: { click: () => ask({ report, organisation: report.name }) } },
      make('span', { class: 'rank', text: String(place + 1) }),
      make('span', { class: 'who' }, make('b', { text: report.name }), make('small', { text: report.p }),
        make('span', { class: 'because', text: `${T.why_first}: ${reasons.join(' · ')}${why.length > 4 ? ' …' : ''}` })),
      make('span', { class: 'numbers' }, zero ? make('span', { class: 'pill zero', text: String(zero), title: T.zero }) : '',
        open.length > zero ? make('span', { class: 'pill advice', text: String(open.length - zero), title: T.advice }) : '')));
  });
  put('worst', rows.length ? make('ol', { class: 'ranks' }, rows) : make('p', { class: 'hint', text: T.worst_none }));
};
const families = (open) => {
  const all = tally(open.map((finding) => finding.family)), zero = tally(open.filter((finding) => finding.z).map((finding) => finding.family));
  const most = Math.max(1, ...all.values());
  put('families', FAMILIES.filter((family) => all.get(family)).map((family) => {
    const bars = [['zero', zero.get(family) || 0], ['advice', all.get(family) - (zero.get(family) || 0)]].map(([kind, count]) => {
      const part = make('span', { class: kind });
      part.style.width = `${count / most * 100}%`;
      return part;
    });
    return make('button', { type: 'button', class: 'family', on: { click: () => ask({ family }) } },
      make('span', { class: 'name' }, make('b', { text: family }), ` ${T['family_' + family] || ''}`),
      make('span', { class: 'track', 'aria-hidden': 'true' }, bars), make('span', { class: 'n', text: number(all.get(family)) }));
  }));
};
const heat = (open) => {
  const of = columns === 'family' ? (finding) => finding.family : (finding) => finding.c;
  const used = new Set(open.map(of)), heads = (columns === 'family' ? FAMILIES : Object.keys(head.codes)).filter((name) => used.has(name));
  const rows = new Map();
  for (const report of reports) {
    const line = rows.get(report.name) || { name: report.name, reports: 0, unread: 0, rules: 0, zero: 0, all: 0, cells: new Map() };
    rows.set(report.name, line);
    line.reports++; line.unread += report.n === null ? 1 : report.u.length; line.rules += report.q.length;
  }
  for (const finding of open) {
    const line = rows.get(finding.report.name), cell = line.cells.get(of(finding)) || [0, 0];
    cell[0] += finding.z; cell[1]++; line.zero += finding.z; line.all++;
    line.cells.set(of(finding), cell);
  }
  const lines = [...rows.values()].sort((a, b) => b.zero - a.zero || b.all - a.all || b.unread - a.unread || byThai(a.name, b.name));
  const title = (name) => columns === 'family' ? T['family_' + name] : head.codes[name]?.[0];
  const cell = (line, name) => {
    const [zero, all] = line.cells.get(name) || [0, 0];
    if (!all) return make('td', { class: 'empty' });
    const heat = zero ? `z${Math.min(5, zero)}` : `a${Math.min(3, all)}`;
    return make('td', { class: heat }, make('button', { type: 'button', text: String(all),
      'aria-label': `${line.name} ${title(name)}: ${all} (${T.zero} ${zero})`, title: `${title(name)}: ${all} (${T.zero} ${zero})`,
      on: { click: () => ask({ organisation: line.name, [columns === 'family' ? 'family' : 'code']: name }) } }));
  };
  const body = lines.slice(0, heatRows).map((line) => make('tr', null,
    make('th', { scope: 'row' }, make('button', { type: 'button', class: 'plain', text: line.name, on: { click: () => ask({ organisation: line.name }) } }),
      line.reports > 1 ? make('small', { text: ` ${line.reports} ${T.reports}` }) : ''),
    heads.map((name) => cell(line, name)), make('td', { class: 'sum', text: line.all || '–' }),
    make('td', { class: line.unread ? 'blind' : 'empty', text: line.unread || '' }), make('td', { class: line.rules ? 'blind' : 'empty', text: line.rules || '' })));
  const top = make('tr', null, make('th', { scope: 'col', text: T.organisation }),
    heads.map((name) => make('th', { scope: 'col', title: title(name) }, make('span', { text: name }), columns === 'family' ? make('small', { text: title(name) }) : '')),
    [T.total, T.unread, T.undecided_rules].map((text) => make('th', { scope: 'col', text })));
  const left = lines.length - heatRows;
  put('heat', make('table', { class: `heat by-${columns}` }, make('thead', null, top), make('tbody', null, body)),
    left > 0 ? make('button', { type: 'button', class: 'more', text: fill(T.more, { n: left }), on: { click: () => { heatRows += 200; heat(live()); } } }) : '');
};
const overview = () => { const open = live(); tiles(open); states(); worst(); families(open); heat(open); };
for (const button of document.querySelectorAll('[data-columns]')) button.addEventListener('click', () => {
  columns = button.dataset.columns;
  for (const other of document.querySelectorAll('[data-columns]')) other.setAttribute('aria-pressed', String(other === button));
  heat(live());
});
