// What people decide: held in memory, kept in this browser where it allows that, exported as the file that --decisions takes.
const KINDS = ['confirmed', 'dismissed', 'explain'];
const given = new Map();  // from the scan's own --decisions
for (const finding of findings) if (finding.a) given.set(finding.key, { decision: finding.a[0], reason: finding.a[1], date: finding.a[2], expires: finding.a[3] });
const STORE = `ita-checker:${reports.map((report) => report.h || report.p).join('').split('').reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, reports.length)}`;
let keeps = true;
const own = (() => { try { return new Map(JSON.parse(localStorage.getItem(STORE) || '[]')); } catch { keeps = false; return new Map(); } })();
const keep = () => { try { localStorage.setItem(STORE, JSON.stringify([...own])); } catch { keeps = false; } };

const decisionOf = (finding) => own.has(finding.key) ? own.get(finding.key) : given.get(finding.key) || null;  // null in `own`: taken back
const dismissable = (finding) => !head.never.includes(finding.c);
const silent = (finding) => { const made = decisionOf(finding); return Boolean(made) && made.decision === 'dismissed' && dismissable(finding); };
const live = () => findings.filter((finding) => !silent(finding));
const decide = (finding, made) => { own.set(finding.key, made); keep(); };

const exportable = () => {
  const seen = new Set(), rows = [];
  for (const finding of findings) {
    const made = decisionOf(finding);
    if (!made || seen.has(finding.key)) continue;
    seen.add(finding.key);
    rows.push({ sha256: finding.report.h, rule: finding.r, code: finding.c, subject: finding.s, ...made, about: `${finding.report.p}: ${finding.m}` });
  }
  const contents = new Set(reports.map((report) => report.h));  // decisions on reports of other scans are handed on
  for (const { why, ...other } of head.stale) if (!contents.has(other.sha256)) rows.push(other);
  return { kind: 'ita-checker decisions', schema: 1, exported: dayOf(new Date()), decisions: rows };
};
const exported = () => {
  const data = exportable();
  const link = make('a', { download: `ita-decisions-${data.exported}.json` });
  link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: 'application/json' }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(fill(T.exported, { n: data.decisions.length }));
};
const imported = async (file) => {
  let data = null;
  try { data = JSON.parse(await file.text()); } catch { /* said below */ }
  if (!data || data.kind !== 'ita-checker decisions' || !Array.isArray(data.decisions)) return say(T.import_failed);
  const keys = new Set(findings.map((finding) => finding.key));
  let count = 0;
  for (const one of data.decisions) {
    const key = JSON.stringify([one.sha256, one.rule, one.code, one.subject]);
    if (!keys.has(key) || !KINDS.includes(one.decision)) continue;
    own.set(key, { decision: one.decision, reason: String(one.reason || ''), date: one.date || null, expires: one.expires || null });
    count++;
  }
  keep();
  say(fill(T.imported, { n: count }));
  show();
};
