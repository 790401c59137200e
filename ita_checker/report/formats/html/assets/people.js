// Who decided what: one's own name, a second look, how far people agree, where they do not.
const nameOf = (by) => by || T.unsigned;
const everybody = () => {
  const people = new Map(); // by -> Map(finding's id -> kind)
  const seen = new Set();
  for (const finding of findings) {
    if (seen.has(finding.id)) continue;
    seen.add(finding.id);
    for (const made of store.sides(finding)) {
      if (!people.has(made.by)) people.set(made.by, new Map());
      people.get(made.by).set(finding.id, made.decision);
    }
  }
  return people;
};
// Two reviewers: on how many both decided, on how many alike, and Cohen's kappa, which takes off
// what chance alone would give; null where chance alone would have them agree on all.
const agreement = (one, other) => {
  const both = [...one.keys()].filter((id) => other.has(id));
  const alike = both.filter((id) => one.get(id) === other.get(id)).length;
  if (!both.length) return { both: 0, alike: 0, kappa: null };
  const share = (person, kind) => both.filter((id) => person.get(id) === kind).length / both.length;
  const chance = KINDS.reduce((sum, kind) => sum + share(one, kind) * share(other, kind), 0);
  const kappa = chance < 1 ? (alike / both.length - chance) / (1 - chance) : null;
  return { both: both.length, alike, kappa };
};
const pairs = () => {
  const people = everybody();
  const names = [...people.keys()].sort(byThai);
  const all = [];
  names.forEach((first, place) =>
    names.slice(place + 1).forEach((second) => {
      all.push({ first, second, ...agreement(people.get(first), people.get(second)) });
    }),
  );
  return all;
};
const share = (n, all) => (all ? `${Math.round((n / all) * 100)}%` : '–');
const agreementTable = () => {
  const columns = [
    { name: 'first', head: T.reviewer, of: (pair) => nameOf(pair.first) },
    { name: 'second', head: T.reviewer, of: (pair) => nameOf(pair.second) },
    { name: 'both', head: T.both, of: (pair) => pair.both, number: true },
    { name: 'alike', head: T.alike, of: (pair) => pair.alike, number: true },
    {
      name: 'share',
      head: T.share,
      of: (pair) => (pair.both ? pair.alike / pair.both : 0),
      cell: (pair) => share(pair.alike, pair.both),
      number: true,
    },
    {
      name: 'kappa',
      head: T.kappa,
      of: (pair) => pair.kappa ?? -2,
      cell: (pair) => (pair.kappa === null ? '–' : pair.kappa.toFixed(2)),
      number: true,
    },
  ];
  return table(pairs(), columns);
};
const tornTable = () => {
  const unlike = new Map(findings.filter(store.torn).map((finding) => [finding.id, finding]));
  const columns = [
    {
      name: 'finding',
      head: T.findings,
      cell: (finding) => [
        plain(`${finding.c} ${titleOf(finding.c)}`, () =>
          ask({ decision: 'torn', at: finding.id }),
        ),
        make('small', { text: ` ${finding.report.name} · ${finding.report.p}` }),
        make('div', { text: finding.m }),
      ],
    },
    {
      name: 'sides',
      head: T.torn_title,
      cell: (finding) =>
        make(
          'ul',
          { class: 'sides' },
          store.sides(finding).map((made) => {
            const words = decisionWords({ ...made, by: nameOf(made.by) });
            return make('li', { text: words });
          }),
        ),
    },
  ];
  return table([...unlike.values()], columns);
};
const progressWords = () => {
  const all = new Set(findings.map((finding) => finding.id));
  const own = findings.filter((finding) => store.mine(finding)).map((finding) => finding.id);
  const done = new Set(own).size;
  const left = all.size - done;
  return fill(T.my_progress, { n: number(done), all: number(all.size), left: number(left) });
};
const silentTable = () => {
  const rows = findings.filter(silent).slice(0, 500);
  const columns = [
    { name: 'code', head: T.code, of: (finding) => finding.c, tight: true },
    { name: 'organisation', head: T.organisation, of: (finding) => finding.report.name },
    {
      name: 'file',
      head: T.file,
      cell: (finding) =>
        plain(`${finding.report.p}: ${finding.m}`, () =>
          ask({ decision: 'dismissed', at: finding.id }),
        ),
    },
    { name: 'reason', head: T.reason, of: (finding) => decisionWords(store.of(finding)) },
    {
      name: 'expires',
      head: T.expires,
      of: (finding) => {
        const until = store.of(finding).expires;
        return until ? spoken(until) : T.expires_never;
      },
    },
  ];
  return table(rows, columns);
};
const staleTable = () =>
  table(
    head.stale.filter((made) => !made.torn),
    [
      { name: 'code', head: T.code, of: (made) => made.code, tight: true },
      { name: 'decision', head: T.decision, of: (made) => T[made.decision] },
      { name: 'file', head: T.file, of: (made) => made.about || made.subject },
      { name: 'reason', head: T.reason, of: (made) => made.reason },
      { name: 'by', head: T.reviewer, of: (made) => made.by },
      { name: 'date', head: T.date, of: (made) => (made.date ? spoken(made.date) : '') },
      { name: 'why', head: T.why_stale, of: (made) => made.why },
    ],
  );
const keptWords = () => {
  if (!store.keeps) return T.not_kept;
  return keeper.where === 'server' ? T.kept_server : T.kept;
};
const decisionsView = () => {
  one('kept').textContent = keptWords();
  one('progress').textContent = progressWords();
  one('me').value = store.me;
  one('second').checked = store.second;
  put('agreement', agreementTable());
  put('torn', tornTable());
  put('silent', silentTable());
  put('stale', staleTable());
};
one('me').addEventListener('change', (event) => {
  store.sign(event.target.value.trim());
  say(store.me ? fill(T.signed, { name: store.me }) : T.unsigned_now);
});
one('second').addEventListener('change', (event) => {
  store.look(event.target.checked);
  try {
    localStorage.setItem('ita-checker/second', event.target.checked ? '1' : '');
  } catch {
    /* asked again after a reload */
  }
});
