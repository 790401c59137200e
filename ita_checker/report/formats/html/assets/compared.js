// Scans side by side: which step is looked at, which lines of it are asked for.
const SIZE = 50;
const runs = head.r;
const titleOf = (code) => head.codes[code]?.[0] || '';
const NAMES = ['organisation', 'place', 'path', 'code', 'message', 'pages', 'zero', 'why', 'was'];
const KINDS = ['new', 'gone', 'unchanged'];
const steps = runs.slice(1).map((_, at) => {
  const step = held(`step-${at}`);
  for (const kind of KINDS)
    step[kind] = step[kind].map((row) => {
      const line = Object.fromEntries(NAMES.map((name, place) => [name, row[place]]));
      const own = [line.organisation || T.no_organisation, line.place, line.path, line.code];
      line.hay = fold([...own, titleOf(line.code), line.message].join('\u0001'));
      return line;
    });
  return step;
});
const asked = { step: steps.length - 1, view: '', page: 0, by: '', down: false };
const wanted = { words: '', code: '', severity: '', why: '' };
const form = one('filters');
const step = () => steps[asked.step];
const noting = () => {
  const last = steps.length - 1;
  note(asked.view, {
    step: asked.step === last ? '' : asked.step + 1,
    ...(KINDS.includes(asked.view) ? wanted : { words: wanted.words }),
    sort: asked.by,
    down: asked.down,
    page: asked.page || '',
  });
};
const choices = (name, pairs) => {
  const options = pairs.map(([value, text]) => make('option', { value, text: text ?? value }));
  form.elements[name].replaceChildren(make('option', { value: '', text: T.any }), ...options);
  form.elements[name].value = wanted[name];
};
const offer = () => {
  const lines = step()[asked.view];
  const codes = [...new Set(lines.map((line) => line.code))].sort();
  const whys = tally(lines.map((line) => line.why));
  const said = ([why, n]) => [why, `${T[`why_${why}`]} (${number(n)})`];
  choices(
    'code',
    codes.map((code) => [code, `${code} ${titleOf(code)}`]),
  );
  choices('severity', [
    ['1', T.zero],
    ['0', T.advice],
  ]);
  choices('why', [...whys].map(said));
  form.elements.words.value = wanted.words;
};
const matching = () => {
  const words = terms(wanted.words);
  return step()[asked.view].filter(
    (line) =>
      (!wanted.code || line.code === wanted.code) &&
      (!wanted.severity || String(line.zero) === wanted.severity) &&
      (!wanted.why || line.why === wanted.why) &&
      words.every((word) => line.hay.includes(word)),
  );
};
const show = () => {
  const { view, query } = parsed();
  const first = runs.length > 2 ? 'trend' : 'new';
  asked.view = ['trend', ...KINDS, 'courses', 'files'].includes(view) ? view : first;
  const place = Number(query.get('step')) - 1;
  asked.step = steps[place] ? place : steps.length - 1;
  asked.page = Number(query.get('page')) || 0;
  asked.by = query.get('sort') || '';
  asked.down = query.get('down') === '1';
  for (const name of Object.keys(wanted)) wanted[name] = query.get(name) || '';
  draw();
};
const draw = () => {
  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.view === asked.view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
    const at = asked.step === steps.length - 1 ? '' : asked.step + 1;
    link.setAttribute('href', hashOf(link.dataset.view, { step: at }));
  }
  for (const kind of KINDS) one(`count-${kind}`).textContent = number(step()[kind].length);
  one('trend').hidden = asked.view !== 'trend';
  one('step-label').hidden = steps.length < 2 || ['trend', 'courses'].includes(asked.view);
  one('lines').hidden = !KINDS.includes(asked.view);
  one('courses').hidden = asked.view !== 'courses';
  one('files').hidden = asked.view !== 'files';
  one('step').value = String(asked.step);
  const apart = ['trend', 'courses'].includes(asked.view);
  one('other-rules').hidden = apart || !step().other_rules;
  const blind = step().gone.filter((line) => line.why === 'not_read').length;
  one('not-gone').hidden = apart || !blind;
  one('not-gone').textContent = fill(T.not_gone, { n: number(blind) });
  const names = { old: runs[asked.step].n, new: runs[asked.step + 1].n };
  one('about').textContent = fill(T.step_of, names);
  if (KINDS.includes(asked.view)) {
    offer();
    lineTable();
  } else if (asked.view === 'courses') courseTable();
  else if (asked.view === 'files') fileLists();
};
