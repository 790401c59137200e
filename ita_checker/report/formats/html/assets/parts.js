// Pieces that several views show.
const pill = (finding) => make('span', { class: `pill ${finding.z ? 'zero' : 'advice'}`, text: finding.z ? T.zero : T.advice });
const stateMark = (status) => make('span', { class: `state ${status}`, text: T[status] });
const pagesOf = (finding) => finding.g.length ? `${T.pages} ${finding.g.slice(0, 6).join(', ')}${finding.g.length > 6 ? ' …' : ''}` : T.no_page;
const fileLink = (report, page) => {
  if (!report.l) return make('span', { class: 'file', text: page ? `${T.pages} ${page}` : report.p });
  const link = make('a', { class: 'file', target: '_blank', rel: 'noopener', text: page ? `${T.open_file} · ${T.pages} ${page}` : report.p });
  link.href = page ? `${report.l}#page=${page}` : report.l;
  return link;
};
const decisionWords = (made) => [
  made.date ? fill(T.decided_on, { kind: T[made.decision], day: spoken(made.date) }) : T[made.decision],
  made.expires ? fill(T.until, { day: spoken(made.expires) }) : '', made.reason,
].filter(Boolean).join(' · ');
const tally = (list) => { const counts = new Map(); for (const name of list) counts.set(name, (counts.get(name) || 0) + 1); return counts; };
const pager = (name, at, size, total, go) => {
  const last = Math.max(1, Math.ceil(total / size));
  const turn = (text, to) => make('button', { type: 'button', text, disabled: to < 0 || to >= last, on: { click: () => go(to) } });
  put(name, last > 1 ? [turn(T.previous, at - 1), make('span', { text: fill(T.page_of, { n: at + 1, all: last }) }), turn(T.next, at + 1)] : []);
};
const figure = (finding) => {
  const drawn = picture(finding);
  if (!Array.isArray(drawn)) {
    const why = { absent: T.crop_absent, left: fill(T.crop_left, { n: head.crops[0], all: head.crops[1] }), failed: T.crop_failed }[drawn];
    return make('p', { class: 'no-picture', text: why });
  }
  const [data, width, height, boxes] = drawn;
  const image = make('img', { alt: fill(T.crop, { n: finding.g[0] }), width, height, src: `data:image/webp;base64,${data}` });
  const marks = boxes.map(([x, y, wide, high]) => {
    const mark = make('span', { class: 'mark', 'aria-hidden': 'true' });
    Object.assign(mark.style, { left: `${x * 100}%`, top: `${y * 100}%`, width: `${wide * 100}%`, height: `${high * 100}%` });
    return mark;
  });
  const words = fill(T.crop, { n: finding.g[0] }) + (finding.k > 1 ? ` · ${fill(T.crop_more, { n: finding.k })} (${pagesOf(finding)})` : '');
  return make('figure', null, make('div', { class: 'crop' }, image, marks), make('figcaption', { text: words }));
};
const facts = (finding) => [
  finding.f ? [make('dt', { text: T.found }), make('dd', { text: finding.f })] : [],
  finding.e ? [make('dt', { text: T.expected }), make('dd', { text: finding.e })] : [],
  finding.d ? [make('dt', { class: 'doubt', text: T.doubt }), make('dd', { text: finding.d })] : [],
].flat();
