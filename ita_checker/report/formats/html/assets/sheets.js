// A filled-in sheet of ours (.xlsx), read in the browser: values only, nothing in it runs.
const LARGEST_SHEET = 256 * 1024 * 1024; // bytes that one part may unpack to
const XML_PARTS = /^xl\/(sharedStrings|worksheets\/[^/]+)\.xml$/;
const inflated = async (bytes) => {
  const parts = [];
  let size = 0;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).text();
    size += value.length;
    if (size > LARGEST_SHEET) throw new Error('too large');
    parts.push(value);
  }
};
// The XML parts of a workbook by their names, from the archive's own list at its end.
const unpacked = async (file) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  let at = view.getUint32(end + 16, true);
  const texts = new Map();
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('no archive');
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const called = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    const packed = view.getUint32(at + 20, true);
    const head = view.getUint32(at + 42, true);
    if (XML_PARTS.test(called)) {
      const from = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
      const held = bytes.subarray(from, from + packed);
      const stored = view.getUint16(at + 10, true) === 0;
      texts.set(called, stored ? new TextDecoder().decode(held) : await inflated(held));
    }
    at += 46 + name + extra + comment;
  }
  return texts;
};
const tags = (node, name) => [...node.getElementsByTagNameNS('*', name)];
const parsedXml = (text) => {
  const made = new DOMParser().parseFromString(text, 'application/xml');
  if (tags(made, 'parsererror').length) throw new Error('no XML');
  return made;
};
// What stands in <t>, without how it is to be pronounced.
const wordsIn = (node) =>
  tags(node, 't')
    .filter((part) => part.parentNode.localName !== 'rPh')
    .map((part) => part.textContent)
    .join('');
const columnOf = (place) =>
  [...place.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const valueOf = (cell, shared) => {
  const kind = cell.getAttribute('t');
  if (kind === 'inlineStr') return wordsIn(cell);
  const value = tags(cell, 'v')[0]?.textContent ?? '';
  return kind === 's' ? (shared[Number(value)] ?? '') : value;
};
const rowsOf = (xml, shared) =>
  tags(parsedXml(xml), 'row').map((row) => {
    const values = [];
    for (const cell of tags(row, 'c')) {
      const place = cell.getAttribute('r');
      values[place ? columnOf(place) : values.length] = valueOf(cell, shared).trim();
    }
    return values;
  });
// A day as decisions have it (2569-11-23) of what people and spreadsheets write: 23/11/2569,
// 2026-11-23, or the number of days since 1899.
const dayIn = (text) => {
  const given = String(text || '');
  if (/^\d{4,7}(\.\d+)?$/.test(given)) {
    const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(given)) * 86400000);
    return dayIn(day.toISOString().slice(0, 10));
  }
  const hit = /^(\d{4})-(\d{1,2})-(\d{1,2})|^(\d{1,2})[/.](\d{1,2})[/.](\d{4})/.exec(given);
  if (!hit) return null;
  const [year, month, day] = hit[1] ? [hit[1], hit[2], hit[3]] : [hit[6], hit[5], hit[4]];
  const thai = Number(year) > 2400 ? Number(year) : Number(year) + 543;
  return `${thai}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};
// The decisions that a workbook holds, as a file of decisions has them; null where it is no sheet
// of ours.
const decidedIn = async (file) => {
  const { key, headings, said } = head.sheet;
  const parts = await unpacked(file);
  const strings = parts.get('xl/sharedStrings.xml');
  const shared = strings ? tags(parsedXml(strings), 'si').map(wordsIn) : [];
  let decisions = null;
  for (const [name, xml] of parts) {
    if (!name.startsWith('xl/worksheets/')) continue;
    const [heads, ...rows] = rowsOf(xml, shared);
    const at = heads ? heads.indexOf(key) : -1;
    if (at < 0) continue;
    decisions = decisions || [];
    for (const row of rows) {
      const cell = (column) =>
        row[heads.findIndex((each) => headings[column].includes(each))] || '';
      const decision = said[cell('decision').toLowerCase()];
      if (!decision || !row[at]) continue;
      const [sha256, rule, code, subject] = JSON.parse(row[at]);
      const more = { reason: cell('reason'), date: dayIn(cell('date')), by: cell('by') };
      decisions.push({ sha256, rule, code, subject, decision, ...more });
    }
  }
  return decisions;
};
