// Pieces that several views show.
const pill = (finding) =>
  make('span', {
    class: `pill ${finding.z ? 'zero' : 'advice'}`,
    text: finding.z ? T.zero : T.advice,
  });
const stateMark = (status) => make('span', { class: `state ${status}`, text: T[status] });
const pagesOf = (finding) => {
  const few = finding.g.slice(0, 6).join(', ');
  return finding.g.length ? `${T.pages} ${few}${finding.g.length > 6 ? ' …' : ''}` : T.no_page;
};
const fileLink = (report, page) => {
  if (!report.l)
    return make('span', { class: 'file', text: page ? `${T.pages} ${page}` : report.p });
  const text = page ? `${T.open_file} · ${T.pages} ${page}` : report.p;
  const link = make('a', { class: 'file', target: '_blank', rel: 'noopener', text });
  link.href = page ? `${report.l}#page=${page}` : report.l;
  return link;
};
const decisionWords = (made) =>
  [
    made.by ? `${made.by}:` : '',
    made.date
      ? fill(T.decided_on, { kind: T[made.decision], day: spoken(made.date) })
      : T[made.decision],
    made.expires ? `· ${fill(T.until, { day: spoken(made.expires) })}` : '',
    made.reason ? `· ${made.reason}` : '',
  ]
    .filter(Boolean)
    .join(' ');
// What was done, at the foot of the page for a while, with the way back.
let saidUntil;
const say = (text, undo) => {
  put('said', make('span', { text }), undo ? press(T.undo, undoLast, { class: 'undo' }) : '');
  clearTimeout(saidUntil);
  saidUntil = setTimeout(() => put('said'), 12000);
};
const undoLast = () => {
  const changed = store.undo();
  if (!changed.length) return say(T.nothing_to_undo);
  say(fill(T.undone, { n: changed.length }));
  back(changed);
};
const redoLast = () => {
  const changed = store.redo();
  if (!changed.length) return say(T.nothing_to_redo);
  say(fill(T.redone, { n: changed.length }));
  back(changed);
};
const back = (changed) => {
  if (document.body.dataset.view === 'findings') choose(changed[0]);
};

const figure = (finding) => {
  const drawn = picture(finding);
  if (!Array.isArray(drawn)) {
    const left = { n: head.crops[0], all: head.crops[1] };
    const why = { absent: T.crop_absent, left: fill(T.crop_left, left), failed: T.crop_failed };
    return make('p', { class: 'no-picture', text: why[drawn] });
  }
  const [data, width, height, boxes] = drawn;
  const said = fill(T.crop, { n: finding.g[0] });
  const source = `data:image/webp;base64,${data}`;
  const image = make('img', { alt: said, width, height, src: source });
  const marks = boxes.map(([x, y, wide, high]) => {
    const mark = make('span', { class: 'mark', 'aria-hidden': 'true' });
    const sides = { left: x, top: y, width: wide, height: high };
    for (const [side, share] of Object.entries(sides)) mark.style[side] = `${share * 100}%`;
    return mark;
  });
  const more =
    finding.k > 1 ? ` · ${fill(T.crop_more, { n: finding.k })} (${pagesOf(finding)})` : '';
  const crop = make('div', { class: 'crop', tabindex: '0' }, image, marks);
  const bigger = press(
    T.zoom,
    () => {
      const now = crop.classList.toggle('whole');
      bigger.setAttribute('aria-pressed', String(now));
    },
    { class: 'zoom', 'aria-pressed': 'false' },
  );
  return make('figure', null, crop, make('figcaption', null, said + more, ' ', bigger));
};
const facts = (finding) =>
  [
    finding.f ? [make('dt', { text: T.found }), make('dd', { text: finding.f })] : [],
    finding.e ? [make('dt', { text: T.expected }), make('dd', { text: finding.e })] : [],
    finding.d
      ? [make('dt', { class: 'doubt', text: T.doubt }), make('dd', { text: finding.d })]
      : [],
  ].flat();
