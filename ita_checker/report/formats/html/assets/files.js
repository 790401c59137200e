// Files that the page writes and reads: decisions for the next scan and for other people.
const saveAs = (name, type, text) => {
  const link = make('a', { download: name });
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};
let unexported = 0; // decisions since the last export
const exportable = () => {
  const rows = store.rows();
  const contents = new Set(reports.map((report) => report.h));
  const here = new Set(rows.map((made) => made.sha256));
  // Decisions on reports of other scans are handed on.
  for (const { why, torn, ...other } of head.stale)
    if (!contents.has(other.sha256) && !here.has(other.sha256)) rows.push(other);
  const day = dayOf(new Date());
  return {
    kind: 'ita-checker decisions',
    schema: 1,
    exported: day,
    by: store.me,
    decisions: rows,
  };
};
const exported = () => {
  const data = exportable();
  const who = store.me ? `-${store.me.replace(/[\\/:*?"<>|\s]+/g, '-')}` : '';
  saveAs(
    `ita-decisions-${data.exported}${who}.json`,
    'application/json',
    JSON.stringify(data, null, 1),
  );
  unexported = 0;
  say(fill(T.exported, { n: data.decisions.length }));
};
// The decisions of a file, of an export or of a filled-in sheet; null where it is neither.
const decisionsOf = async (file) => {
  try {
    if (/\.xls[xm]$/i.test(file.name)) return await decidedIn(file);
    const data = JSON.parse((await file.text()).replace(/^\ufeff/, ''));
    if (data?.kind !== 'ita-checker decisions') return null;
    const rows = data.decisions.filter((row) => row && typeof row === 'object');
    return rows.map((row) => ({ ...row, by: row.by || data.by || '' }));
  } catch {
    return null;
  }
};
const imported = async (files) => {
  const told = [];
  for (const file of files) {
    const named = await decisionsOf(file);
    if (!named) {
      told.push(`${file.name}: ${T.import_failed}`);
      continue;
    }
    const { taken, torn } = store.take(named, file.name.replace(/\.[^.]*$/, ''));
    told.push(fill(torn ? T.imported_torn : T.imported, { n: taken, torn, file: file.name }));
  }
  say(told.join(' · '), store.can.undo());
};
