// One finding whole: the place, the quote, what to do, and the decision on it.
const detail = () => {
  document.body.classList.toggle('nothing-chosen', !chosen);
  if (!chosen) return put('detail', make('p', { class: 'hint', text: T.choose }));
  const finding = chosen;
  const [title, why, todo] = head.codes[finding.c] || ['', '', ''];
  const quotes = finding.q.map((text) => make('blockquote', { text }));
  put(
    'detail',
    walker(),
    heading(finding, title),
    make('p', { class: 'said-of', text: finding.m }),
    figure(finding),
    quotes.length ? make('section', null, make('h3', { text: T.quote }), quotes) : '',
    make('dl', null, facts(finding)),
    make('section', { class: 'todo' }, make('h3', { text: T.do }), make('p', { text: todo })),
    make(
      'details',
      null,
      make('summary', { text: T.why }),
      make('p', { text: why }),
      make('p', { class: 'hint', text: `${T.rule}: ${finding.r}` }),
    ),
    decisionForm(finding),
  );
};
const heading = (finding, title) => {
  const report = finding.report;
  const what = [report.i.join(' '), report.y ? `${T.year} ${report.y}` : ''];
  const address = hashOf('findings', { at: finding.id });
  const link = make('a', { class: 'link', href: address, text: T.link, title: T.link_hint });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const whole = location.href.replace(/#.*/s, '') + address;
    navigator.clipboard?.writeText(whole).then(
      () => say(T.link_copied),
      () => go('findings', { at: finding.id }),
    );
  });
  const code = make('span', { class: 'code', text: finding.c });
  return make(
    'header',
    null,
    make('div', { class: 'row' }, make('h2', null, code, ` ${title}`), pill(finding)),
    make(
      'p',
      { class: 'where' },
      make('b', { text: report.name }),
      ` ${what.filter(Boolean).join(' · ')} `,
      make('br'),
      fileLink(report),
      ' ',
      finding.g.length ? fileLink(report, finding.g[0]) : '',
      link,
    ),
  );
};
// On a narrow screen the list is a step away.
const walker = () => {
  const place = shown.indexOf(chosen);
  const list = () => {
    document.body.classList.remove('reading');
    document.querySelector('#list [aria-current]')?.scrollIntoView({ block: 'center' });
  };
  const where = fill(T.place_of, { n: number(place + 1), all: number(shown.length) });
  return make(
    'div',
    { class: 'walker' },
    press(T.to_list, list, { class: 'to-list' }),
    press(T.previous, () => step(-1), { disabled: place <= 0 }),
    make('span', { text: where }),
    press(T.next, () => step(1), { disabled: place + 1 >= shown.length }),
  );
};
