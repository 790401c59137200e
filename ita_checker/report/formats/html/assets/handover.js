// One office handed over: its own small page, and its list as a sheet. Nothing of other offices, no
// reasons and names of reviewers, and nothing that was dismissed is in them.
const SENT = ['confirmed', 'explain'];
const anyDecided = (office) =>
  reportsOf(office).some((report) => report.f.some((finding) => store.of(finding)));
const sendable = (report, open) =>
  report.f.filter((finding) => {
    const now = state(finding);
    return SENT.includes(now) || (open && ['undecided', 'torn'].includes(now));
  });
const UNSAFE = /[<>&\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const embedded = (data) =>
  JSON.stringify(data).replace(
    UNSAFE,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
const block = (name, data) =>
  `<script type="application/json" id="${name}">${embedded(data)}<\/script>`;
const fileName = (office, suffix) => {
  const name = (office.n || 'ita').replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 60);
  return `${name}.${suffix}`;
};
const PRIVATE = ['report', 'place', 'family', 'key', 'id', 'hay', 'a'];
const handedFinding = (finding) => {
  const own = Object.fromEntries(
    Object.entries(finding).filter(([name]) => !PRIVATE.includes(name)),
  );
  const made = store.of(finding);
  return made ? { ...own, a: [{ decision: made.decision, reason: '', date: made.date }] } : own;
};
const handOverPage = (office, open) => {
  const own = reportsOf(office);
  const blocks = [];
  let told = 0;
  const place = new Map(office.r.map((from, to) => [from, to]));
  own.forEach((report, at) => {
    const list = sendable(report, open);
    told += list.length;
    const { number: _, name, called, place: where, ...rest } = report;
    blocks.push(block(`report-${at}`, { ...rest, l: null, f: list.map(handedFinding) }));
    const drawn = Object.fromEntries(
      list.map((finding, to) => [to, picture(finding)]).filter(([, crop]) => Array.isArray(crop)),
    );
    if (Object.keys(drawn).length) blocks.push(block(`crops-${at}`, drawn));
  });
  if (!told) return 0;
  const items = office.y.map(([year, item, title, files, ...rest]) => {
    const here = files.filter((file) => place.has(file)).map((file) => place.get(file));
    return [year, item, title, here, ...rest];
  });
  const alone = {
    n: office.n,
    a: office.a,
    g: [],
    s: [],
    r: own.map((_, at) => at),
    y: items,
    m: office.m,
    c: office.c,
    t: office.t,
    w: [],
    k: [],
  };
  const top = { ...head, handed: office.n || T.no_organisation, stale: [], changes: [] };
  const page =
    `<!doctype html>\n<html lang="${FRAME.lang}">\n${FRAME.head}\n<body>\n${FRAME.body}\n` +
    block('side-by-side', { o: [alone], p: [] }) +
    block('head', top) +
    blocks.join('\n') +
    `<script>${FRAME.script}<\/script>\n</body>\n</html>\n`;
  saveAs(fileName(office, 'html'), 'text/html', page);
  return told;
};
// A cell that Excel takes for a formula is text by an apostrophe before it.
const cell = (value) => {
  const text = String(value ?? '');
  return `"${(/^\s*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
};
const handOverSheet = (office, open) => {
  const heads = [T.organisation, T.item, T.year, T.file, T.pages, T.code, T.severity, T.finding];
  heads.push(T.quote, T.found, T.expected, T.doubt, T.do, T.decision);
  const rows = reportsOf(office).flatMap((report) =>
    sendable(report, open).map((finding) => [
      report.name,
      report.i.join(' '),
      report.y,
      report.p,
      ranges(finding.g),
      finding.c,
      finding.z ? T.zero : T.advice,
      finding.m,
      finding.q[0],
      finding.f,
      finding.e,
      finding.d || (finding.l ? T.likely : ''),
      head.codes[finding.c]?.[2],
      store.of(finding) ? T[store.of(finding).decision] : '',
    ]),
  );
  if (!rows.length) return 0;
  const text = [heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
  saveAs(fileName(office, 'csv'), 'text/csv', `\ufeff${text}\r\n`);
  return rows.length;
};
