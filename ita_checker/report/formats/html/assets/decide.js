// Deciding: one press decides and goes on to the next undecided one; a reason is kept as it is
// typed.
const drafts = new Map(); // reasons typed but not decided with, by the finding's id
const recent = []; // reasons given to dismiss, the last first
let goesOn = true;
const reasonField = () => document.querySelector('#decide [name=reason]');
const keepDraft = () => {
  const typed = reasonField();
  if (!typed || !chosen || typed.dataset.of !== chosen.id) return;
  const made = store.mine(chosen);
  if (made && typed.value.trim() !== made.reason) saveReason(made, typed.value.trim());
  else if (!made && typed.value) drafts.set(chosen.id, typed.value);
};
const saveReason = (made, reason) => {
  if (made.decision === 'dismissed' && !reason) return; // a dismissal keeps its reason
  store.make([chosen], { ...made, reason });
};
const ends = () => {
  const now = new Date();
  const half = dayOf(new Date(now.getFullYear(), now.getMonth() + 6, now.getDate()));
  const year = now.getFullYear() + (now.getMonth() >= 9 ? 1 : 0);
  const close = dayOf(new Date(year, 8, 30)); // the fiscal year ends on 30 September
  return [
    ['', T.expires_never],
    [half, fill(T.expires_half, { day: spoken(half) })],
    [close, fill(T.expires_year, { day: spoken(close) })],
  ];
};
const untilField = (value) => {
  const options = ends().map(([day, text]) => make('option', { value: day, text }));
  const until = make('select', { name: 'expires' }, options);
  if (value && !options.some((option) => option.value === value))
    until.append(make('option', { value, text: spoken(value) }));
  until.value = value || '';
  return until;
};
const KEYS = { confirmed: '1', dismissed: '2', explain: '3', '': '0' };
const kindButton = (kind, now, disabled) => {
  const pressed = String(now === kind);
  const words = { class: `choice ${kind || 'none'}`, 'data-kind': kind, disabled };
  const button = press(T[kind || 'no_decision'], () => decideAs(kind), words);
  button.setAttribute('aria-pressed', pressed);
  button.append(make('kbd', { text: KEYS[kind], 'aria-hidden': 'true' }));
  return button;
};

// Decide the chosen finding. To dismiss takes a reason: it is asked for first.
const decideAs = (kind) => {
  if (!chosen) return;
  const finding = chosen;
  const reason = reasonField().value.trim();
  const problem = document.querySelector('#decide .problem');
  if (kind === 'dismissed' && !dismissable(finding)) return say(T.never);
  if (kind === 'dismissed' && !reason) {
    problem.textContent = T.reason_needed;
    one('decide').dataset.wanted = kind;
    reasonField().focus();
    return;
  }
  const expires = document.querySelector('#decide [name=expires]').value || null;
  const had = store.mine(finding);
  if (!kind && !had) return drafts.delete(finding.id);
  drafts.delete(finding.id);
  if (kind === 'dismissed') remember(reason);
  store.make([finding], kind ? { decision: kind, reason, expires } : null);
  unexported++;
  say(kind ? `${T.saved}: ${T[kind]}` : T.cleared, true);
  if (kind && goesOn) onward();
};
const remember = (reason) => {
  if (recent.includes(reason)) recent.splice(recent.indexOf(reason), 1);
  recent.unshift(reason);
  recent.splice(5);
};
const othersOf = (finding) => {
  const others = store.sides(finding).filter((made) => made.by !== store.me);
  if (!others.length) return '';
  const settle = (made) => {
    const { by, ...rest } = made;
    const note = made.reason || fill(T.settled_by, { name: by || T.unsigned });
    store.make([finding], { ...rest, reason: note, date: dayOf(new Date()), settles: true });
    say(`${T.settled}: ${T[made.decision]}`, true);
  };
  const torn = store.torn(finding);
  const own = store.mine(finding);
  const all = torn && own ? [own, ...others] : others;
  const lines = all.map((made) => {
    const words = decisionWords({ ...made, by: made.by || T.unsigned });
    return make('li', null, words, ' ', torn ? press(T.settle, () => settle(made)) : '');
  });
  const title = torn ? T.torn_title : T.others;
  return make(
    'div',
    { class: torn ? 'others torn' : 'others' },
    make('b', { text: title }),
    make('ul', null, lines),
  );
};
const decisionForm = (finding) => {
  const made = store.mine(finding);
  const kind = made ? made.decision : '';
  const reason = make('textarea', { name: 'reason', rows: '1', placeholder: T.reason_hint });
  reason.dataset.of = finding.id;
  reason.value = made ? made.reason : drafts.get(finding.id) || '';
  const until = untilField(made?.expires);
  const again = (text) =>
    press(
      text,
      () => {
        reason.value = text;
        decideAs('dismissed');
      },
      { class: 'chip' },
    );
  const buttons = [...KINDS, ''].map((each) =>
    kindButton(each, kind, each === 'dismissed' && !dismissable(finding)),
  );
  const form = make(
    'form',
    { class: 'decide', id: 'decide', 'aria-label': T.decide },
    othersOf(finding),
    made ? make('p', { class: 'hint', text: decisionWords({ ...made, reason: '' }) }) : '',
    make('div', { class: 'choices', role: 'group', 'aria-label': T.decide }, buttons),
    dismissable(finding) ? '' : make('p', { class: 'hint', text: T.never }),
    make(
      'div',
      { class: 'reasons' },
      make('label', { class: 'wide' }, make('span', { text: T.reason }), reason),
      make('label', null, make('span', { text: T.expires }), until),
    ),
    dismissable(finding) && recent.length
      ? make('div', { class: 'again' }, make('span', { text: T.reason_again }), recent.map(again))
      : '',
    make('p', { class: 'problem', role: 'alert' }),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  reason.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    const wanted = form.dataset.wanted || kind;
    if (wanted) decideAs(wanted);
    else form.querySelector('.choice').focus();
  });
  reason.addEventListener('blur', keepDraft);
  reason.addEventListener(
    'input',
    later(() => reason.isConnected && keepDraft(), 600),
  );
  until.addEventListener('change', () => {
    const now = store.mine(finding);
    if (now) store.make([finding], { ...now, expires: until.value || null });
  });
  return form;
};
