// Which findings are asked for. Thai is compared without spaces, with Arabic digits and one way of writing สระอำ.
const fold = (text) => text.normalize('NFC').toLowerCase().replace(/[\s\u200b-\u200f]/g, '')
  .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)).replace(/ํ([่-๋]?)า/g, '$1ำ').replace(/ำ([่-๋])/g, '$1ำ').replace(/เเ/g, 'แ');
const haystack = (finding) => finding.hay || (finding.hay = fold(
  [finding.c, head.codes[finding.c]?.[0], finding.m, ...finding.q, finding.e, finding.f, finding.report.name, finding.report.a, finding.report.p].join('\u0001')));
const asked = { words: '', organisation: '', family: '', code: '', severity: '', item: '', year: '', decision: 'open', doubt: false };
const PLAIN = { ...asked };
const form = document.getElementById('filters');
const field = (name) => form.querySelector(`[name=${name}]`);  // form.elements.item is a method

const matches = (finding, terms) => {
  const made = decisionOf(finding), kind = made ? made.decision : 'undecided', report = finding.report;
  return (!asked.organisation || report.name === asked.organisation) && (!asked.family || finding.family === asked.family)
    && (!asked.code || finding.c === asked.code) && (!asked.severity || String(finding.z) === asked.severity)
    && (!asked.item || report.i.includes(asked.item)) && (!asked.year || String(report.y) === asked.year)
    && (!asked.report || report === asked.report) && (!asked.doubt || Boolean(finding.d || finding.l))
    && (!asked.decision || (asked.decision === 'open' ? !silent(finding) : asked.decision === kind))
    && terms.every((term) => haystack(finding).includes(term));
};
const found = () => { const terms = asked.words.split(/\s+/).map(fold).filter(Boolean); return findings.filter((finding) => matches(finding, terms)); };

const choices = (name, pairs) => {
  const select = field(name), chosen = asked[name];
  select.replaceChildren(make('option', { value: '', text: T.any }), ...pairs.map(([value, text]) => make('option', { value, text })));
  select.value = chosen;
};
const byThai = (a, b) => a.localeCompare(b, 'th');
const offer = () => {
  choices('organisation', [...new Set(reports.map((report) => report.name))].sort(byThai).map((name) => [name, name]));
  const used = new Set(findings.map((finding) => finding.c));
  choices('family', FAMILIES.filter((family) => [...used].some((code) => code.startsWith(family))).map((family) => [family, `${family} ${T['family_' + family] || ''}`]));
  choices('code', [...used].sort().map((code) => [code, `${code} ${head.codes[code]?.[0] || ''}`]));
  choices('severity', [['1', T.zero], ['0', T.advice]]);
  choices('item', [...new Set(reports.flatMap((report) => report.i))].sort().map((item) => [item, item]));
  choices('year', [...new Set(reports.map((report) => report.y).filter(Boolean))].sort().map((year) => [String(year), String(year)]));
  choices('decision', [['open', T.open], ['undecided', T.undecided], ...KINDS.map((kind) => [kind, T[kind]])]);
};
const ask = (wanted) => {
  Object.assign(asked, PLAIN, { report: null }, wanted);
  for (const name of Object.keys(PLAIN)) {
    if (name === 'doubt') field('doubt').checked = asked.doubt;
    else field(name).value = asked[name];
  }
  location.hash = '#/findings';
  refilter();
  show();
};
