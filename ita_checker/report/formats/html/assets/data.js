// The reports and findings that the file holds, each finding with its name and its office.
// The page as it came, for copies of a part of it.
const FRAME = {
  lang: document.documentElement.lang,
  head: document.head.outerHTML,
  body: [...document.body.children]
    .filter((part) => part.tagName !== 'SCRIPT')
    .map((part) => part.outerHTML)
    .join('\n'),
  script: document.currentScript.textContent,
};
// A short name of a text, 106 bits of it (cyrb53 twice): the same in every browser.
const cyrb53 = (text, seed) => {
  let one = 0xdeadbeef ^ seed;
  let two = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 2654435761);
    two = Math.imul(two ^ text.charCodeAt(at), 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & two) + (one >>> 0);
};
const idOf = (key) => [0, 1].map((seed) => cyrb53(key, seed).toString(36)).join('');

const reports = [];
const findings = [];
const sideBySide = held('side-by-side') || { o: [], p: [] };
const familyOf = new Map(); // a report's number -> its office
sideBySide.o.forEach((office, at) => {
  office.number = at;
  for (const each of office.r) familyOf.set(each, office);
});
for (let place = 0, report; (report = held(`report-${place}`)); place++) {
  report.number = place;
  const office = familyOf.get(place);
  report.called = office?.n || report.o || T.no_organisation;
  report.place = office?.n ? office.a : report.a;
  report.f.forEach((finding, at) => {
    const key = JSON.stringify([report.h, finding.r, finding.c, finding.s]);
    // A file that could not be opened has no content to know it by: its place has to do.
    const id = idOf(report.h ? key : key + report.p);
    Object.assign(finding, { report, place: at, family: finding.c.slice(0, 3), key, id });
  });
  reports.push(report);
  for (const finding of report.f) findings.push(finding);
}
// Offices of one name in several places are told apart by their place.
const places = new Map();
for (const report of reports)
  places.set(report.called, (places.get(report.called) || new Set()).add(report.place));
const labelOf = (name, place) =>
  places.get(name)?.size > 1 && place ? `${name} (${place})` : name;
for (const report of reports) report.name = labelOf(report.called, report.place);
const FAMILIES = [...new Set(Object.keys(head.codes).map((code) => code.slice(0, 3)))];
const titleOf = (code) => head.codes[code]?.[0] || '';
const pictures = new Map();
const picture = (finding) => {
  const at = finding.report.number;
  if (!pictures.has(at)) pictures.set(at, held(`crops-${at}`) || {});
  const own = pictures.get(at);
  if (!finding.g.length) return 'absent';
  return own[finding.place] || own[-1] || 'left';
};
