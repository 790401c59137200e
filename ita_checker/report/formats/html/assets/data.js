// What the file holds, and small ways to build the page. Text enters the page by textContent alone.
const held = (name) => { const block = document.getElementById(name); return block ? JSON.parse(block.textContent) : null; };
const head = held('head'), T = head.words;
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
const reports = [], findings = [];
for (let number = 0, report; (report = held(`report-${number}`)); number++) {
  report.number = number;
  report.name = report.o || T.no_organisation;
  report.f.forEach((finding, place) => Object.assign(finding, {
    report, place, family: finding.c.slice(0, 3), key: JSON.stringify([report.h, finding.r, finding.c, finding.s]),
  }));
  reports.push(report);
  for (const finding of report.f) findings.push(finding);
  delete report.raw;
}
const FAMILIES = [...new Set(Object.keys(head.codes).map((code) => code.slice(0, 3)))];
const pictures = new Map();
const picture = (finding) => {
  const number = finding.report.number;
  if (!pictures.has(number)) pictures.set(number, held(`crops-${number}`) || {});
  const own = pictures.get(number);
  if (!finding.g.length) return 'absent';
  return own[finding.place] || own[-1] || 'left';
};

const make = (tag, words, ...inside) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(words || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') element.textContent = value;
    else if (name === 'on') for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...inside.flat().filter((part) => part !== null && part !== undefined && part !== ''));
  return element;
};
const put = (name, ...inside) => document.getElementById(name).replaceChildren(...inside.flat());
const table = (heads, rows) => rows.length
  ? make('table', null, make('thead', null, make('tr', null, heads.map((text) => make('th', { scope: 'col', text })))), make('tbody', null, rows))
  : make('p', { class: 'hint', text: T.nothing });
const row = (...cells) => make('tr', null, cells.map((cell) => cell instanceof Node ? make('td', null, cell) : make('td', { text: cell, class: /^([A-Z]{3}\d{3}|\d{1,2} \S+ \d{4})$/.test(cell) ? 'tight' : null })));
const dayOf = (date) => `${date.getFullYear() + 543}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
const spoken = (day) => { const [year, month, date] = day.split('-').map(Number); return `${date} ${head.months[month - 1]} ${year}`; };
const say = (text) => { document.getElementById('said').textContent = text; };
const later = (act, wait) => { let timer; return () => { clearTimeout(timer); timer = setTimeout(act, wait); }; };
