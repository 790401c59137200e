// What is printed: the view one is in. Of the findings those that are asked for, whole, with the
// filter said on top.
const PAPER = 1000; // findings printed at most
const printed = (finding) =>
  make(
    'article',
    null,
    make('h3', null, `${finding.c} ${titleOf(finding.c)} `, pill(finding)),
    make('p', {
      class: 'where',
      text: `${finding.report.name} · ${finding.report.p} · ${pagesOf(finding)}`,
    }),
    make('p', { text: finding.m }),
    Array.isArray(picture(finding)) ? figure(finding) : '',
    finding.q.map((text) => make('blockquote', { text })),
    make('dl', null, facts(finding)),
    store.of(finding) ? make('p', { class: 'hint', text: decisionWords(store.of(finding)) }) : '',
  );
const paper = () => {
  const view = document.body.dataset.view;
  one('printed').textContent = fill(T.printed, { day: spoken(dayOf(new Date())) });
  if (view !== 'findings') return;
  const words = askedWords();
  const all = number(shown.length);
  const cut = shown.length > PAPER ? ` · ${fill(T.print_cut, { n: number(PAPER), all })}` : '';
  const lines = [fill(T.print_findings, { n: all }) + cut];
  if (words.length) lines.push(`${T.filter}: ${words.join(' · ')}`);
  put(
    'paper',
    make('h2', { text: T.findings }),
    lines.map((text) => make('p', { class: 'hint', text })),
    shown.slice(0, PAPER).map(printed),
  );
  one('paper').hidden = false;
};
addEventListener('beforeprint', paper);
addEventListener('afterprint', () => {
  put('paper');
  one('paper').hidden = true;
});
