// Which findings are asked for, kept in the address.
const PLAIN = {
  words: '',
  organisation: '',
  province: '',
  district: '',
  family: '',
  code: '',
  severity: '',
  item: '',
  year: '',
  decision: 'open',
  file: '',
  doubt: false,
  order: '',
};
const asked = { ...PLAIN };
const form = one('filters');
const field = (name) => form.querySelector(`[name=${name}]`); // form.elements.item is a method
const haystack = (finding) => {
  if (!finding.hay) {
    const report = finding.report;
    const own = [finding.c, titleOf(finding.c), finding.m, ...finding.q, finding.e, finding.f];
    finding.hay = fold([...own, report.name, report.a, report.p].join('\u0001'));
  }
  return finding.hay;
};
const organisations = new Set(reports.map((report) => report.name));
const named = (report) =>
  !asked.organisation ||
  (organisations.has(asked.organisation)
    ? report.name === asked.organisation
    : fold(report.name).includes(fold(asked.organisation)));
const decided = (finding) => {
  if (asked.decision === 'any') return true;
  if (asked.decision === 'open') return !silent(finding);
  if (asked.decision === 'undecided') return undecided(finding);
  return state(finding) === asked.decision;
};
const EQUAL = {
  province: (finding) => finding.report.v || '',
  district: (finding) => finding.report.d || '',
  family: (finding) => finding.family,
  code: (finding) => finding.c,
  severity: (finding) => String(finding.z),
  year: (finding) => String(finding.report.y || ''),
  file: (finding) => finding.report.p,
};
const matches = (finding, wanted) =>
  Object.entries(EQUAL).every(([name, of]) => !asked[name] || of(finding) === asked[name]) &&
  (!asked.item || finding.report.i.includes(asked.item)) &&
  (!asked.doubt || Boolean(finding.d || finding.l)) &&
  named(finding.report) &&
  decided(finding) &&
  wanted.every((term) => haystack(finding).includes(term));
const ORDERS = {
  code: (finding) => finding.c,
  severity: (finding) => (finding.z ? 0 : 1),
  organisation: (finding) => finding.report.name,
};
const found = () => {
  const wanted = terms(asked.words);
  const list = findings.filter((finding) => matches(finding, wanted));
  const of = ORDERS[asked.order];
  return of ? sorted(list, [{ name: 'order', of }], { by: 'order' }) : list;
};

const choices = (name, pairs, all = '') => {
  const first = make('option', { value: all, text: T.any });
  const rest = pairs.map(([value, text]) => make('option', { value, text: text ?? value }));
  field(name).replaceChildren(first, ...rest);
};
const unlike = (of) => [...new Set(reports.map(of).filter(Boolean))];
const offer = () => {
  const options = [...organisations].sort(byThai).map((value) => make('option', { value }));
  put('organisations', options);
  const used = [...new Set(findings.map((finding) => finding.c))].sort();
  const families = FAMILIES.filter((family) => used.some((code) => code.startsWith(family)));
  const same = (values) => values.map((value) => [String(value)]);
  choices('province', same(unlike((report) => report.v).sort(byThai)));
  choices('district', same(unlike((report) => report.d).sort(byThai)));
  choices(
    'family',
    families.map((name) => [name, `${name} ${T[`family_${name}`] || ''}`]),
  );
  choices(
    'code',
    used.map((code) => [code, `${code} ${titleOf(code)}`]),
  );
  choices('severity', [
    ['1', T.zero],
    ['0', T.advice],
  ]);
  choices('item', same([...new Set(reports.flatMap((report) => report.i))].sort()));
  choices('year', same(unlike((report) => report.y).sort()));
  const kinds = ['open', 'undecided', 'torn', ...KINDS].map((kind) => [kind, T[kind]]);
  choices('decision', kinds, 'any');
  const orders = ['code', 'severity', 'organisation'].map((name) => [name, T[`order_${name}`]]);
  choices('order', orders);
  field('order').options[0].text = T.order_report;
};
const fields = Object.keys(PLAIN).filter((name) => name !== 'file');
const filled = () => {
  for (const name of fields) {
    if (name === 'doubt') field(name).checked = asked.doubt;
    else field(name).value = asked[name];
  }
};
const changed = () => Object.keys(PLAIN).filter((name) => asked[name] !== PLAIN[name]);
const asking = () => Object.fromEntries(changed().map((name) => [name, asked[name]]));
const told = (name) => {
  if (name === 'doubt') return T.doubt_only;
  const option = [...(field(name)?.options || [])].find((each) => each.value === asked[name]);
  return `${T[name] || name}: ${option ? option.text : asked[name]}`;
};
// What is asked for in words: on paper, and as buttons that take a filter off again.
const askedWords = () =>
  changed().map((name) => (name === 'words' ? `“${asked.words}”` : told(name)));
const chips = () => {
  const hidden = changed().filter((name) => !['words', 'organisation', 'decision'].includes(name));
  const off = (name) => () => {
    asked[name] = PLAIN[name];
    filled();
    refilter();
    list();
    detail();
  };
  put(
    'chips',
    hidden.map((name) => press(`${told(name)} ×`, off(name), { class: 'chip' })),
  );
};
// Other findings, from another view: a step that Back undoes.
const ask = (wanted) => go('findings', wanted);
const askedFor = (query) => {
  for (const name of Object.keys(PLAIN)) {
    const value = query.get(name);
    asked[name] = name === 'doubt' ? value === '1' : (value ?? PLAIN[name]);
  }
  filled();
};
