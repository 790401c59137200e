// One finding whole: the place, the quote, what to do, and the decision on it.
const detail = () => {
  const finding = chosen;
  if (!finding) return put('detail', make('p', { class: 'hint', text: T.choose }));
  const [title, why, todo] = head.codes[finding.c] || ['', '', ''], report = finding.report;
  put('detail',
    make('header', null, make('div', { class: 'row' }, make('h2', null, make('span', { class: 'code', text: finding.c }), ` ${title}`), pill(finding)),
      make('p', { class: 'where' }, make('b', { text: report.name }), ` ${[report.i.join(' '), report.y ? `${T.year} ${report.y}` : ''].filter(Boolean).join(' · ')} `,
        make('br'), fileLink(report), ' ', finding.g.length ? fileLink(report, finding.g[0]) : '')),
    make('p', { class: 'said-of', text: finding.m }),
    figure(finding),
    finding.q.length ? make('section', null, make('h3', { text: T.quote }), finding.q.map((text) => make('blockquote', { text }))) : '',
    make('dl', null, facts(finding)),
    make('section', { class: 'todo' }, make('h3', { text: T.do }), make('p', { text: todo })),
    make('details', null, make('summary', { text: T.why }), make('p', { text: why }), make('p', { class: 'hint', text: `${T.rule}: ${finding.r}` })),
    decisionForm(finding));
};
const ends = () => {
  const now = new Date(), half = new Date(now.getFullYear(), now.getMonth() + 6, now.getDate());
  const close = new Date(now.getFullYear() + (now.getMonth() >= 9 ? 1 : 0), 8, 30);
  return [['', T.expires_never], [dayOf(half), fill(T.expires_half, { day: spoken(dayOf(half)) })], [dayOf(close), fill(T.expires_year, { day: spoken(dayOf(close)) })]];
};
const decisionForm = (finding) => {
  const made = decisionOf(finding), kind = made ? made.decision : '';
  const radio = (value, text, off) => make('label', { class: `choice ${value}` },
    make('input', { type: 'radio', name: 'kind', value, checked: kind === value, disabled: off }), ` ${text}`);
  const reason = make('textarea', { name: 'reason', rows: '2', placeholder: T.reason_hint });
  reason.value = made ? made.reason : '';
  const until = make('select', { name: 'expires' }, ends().map(([value, text]) => make('option', { value, text })));
  if (made && made.expires && ![...until.options].some((option) => option.value === made.expires)) until.append(make('option', { value: made.expires, text: spoken(made.expires) }));
  until.value = made && made.expires ? made.expires : '';
  const problem = make('p', { class: 'problem', role: 'alert' });
  const send = (event) => {
    event.preventDefault();
    const value = event.target.elements.kind.value;
    if (value === 'dismissed' && !reason.value.trim()) { problem.textContent = T.reason_needed; reason.focus(); return; }
    decide(finding, value ? { decision: value, reason: reason.value.trim(), date: dayOf(new Date()), expires: until.value || null } : null);
    list(); detail();
    say(value ? `${T.saved}: ${T[value]}` : T.cleared);
    document.querySelector('#detail form button').focus();
  };
  return make('form', { class: 'decide', id: 'decide', on: { submit: send } }, make('fieldset', null, make('legend', { text: T.decide }),
    made ? make('p', { class: 'hint', text: decisionWords(made) }) : '',
    make('div', { class: 'choices' }, radio('confirmed', T.confirmed), radio('dismissed', T.dismissed, !dismissable(finding)), radio('explain', T.explain), radio('', T.no_decision)),
    dismissable(finding) ? '' : make('p', { class: 'hint', text: T.never }),
    make('label', { text: T.reason }, reason), make('label', { text: T.expires }, until), problem,
    make('button', { type: 'submit', class: 'primary', text: T.save })));
};
