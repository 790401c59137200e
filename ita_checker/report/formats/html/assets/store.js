// Decisions, and the one door to them: nothing else writes or reads what people decided.
//
//   store.sides(finding)    every person's decision on it: [{decision, reason, date, expires, by,
//                           settles}]; at a second look nobody else's until one's own is made
//   store.mine(finding)     one's own, or null
//   store.of(finding)       what holds; null where nobody decided, or where people disagree
//   store.torn(finding)     whether people disagree and nobody settled it
//   store.make(list, made)  decides all findings of a list in one step; null takes one's own back
//   store.undo(), redo()    the findings that changed; [] where there is nothing to undo
//   store.take(rows, by)    rows of a decisions file -> {taken, torn}; one step, undone as one
//   store.rows()            everybody's, as a decisions file has them
//   store.sign(name)        who decides here; what was unsigned is theirs
//   store.look(second)      a second look: others' decisions are hidden until one's own is made
//
// After every change the document hears 'ita:decided' with detail {why, findings}; why: 'made',
// 'undone', 'redone', 'imported', 'elsewhere' (another window or person), 'signed', 'looked'.
//
// Where decisions are kept is the keeper's affair. keep-local.js is the keeper of a page on a disk;
// a served page puts a script of its own in that place, which defines the same:
//
//   keeper.where            'browser' or 'server': chooses the words that tell where
//   keeper.me(), sign(name) who decides here, kept beside the decisions
//   keeper.load(ids)        [[id, by, record], ...] at once, or a promise of it; null: none kept
//   keeper.save(changes)    [[id, by, record], ...] -> true if kept, or a promise of that; a record
//                           null: taken back (also what the scan was given); undefined: forgotten
//   keeper.watch(tell)      calls tell(id, {by: record, ...}) for what came from elsewhere
//
// An id names content, rule, code and subject (finding.id); finding.key holds the four themselves.
const KINDS = ['confirmed', 'dismissed', 'explain'];
const store = (() => {
  const given = new Map(); // id -> Map(by -> record): what the scan was given
  const kept = new Map(); // the same, decided here; null: taken back
  const byId = new Map();
  let me = keeper.me();
  const steps = stepsKept.loaded(me);
  let second = false;
  let keeps = true;
  for (const finding of findings) {
    if (!byId.has(finding.id)) byId.set(finding.id, []);
    byId.get(finding.id).push(finding);
  }
  const put = (people, id, by, record) => {
    if (!people.has(id)) people.set(id, new Map());
    if (record === undefined) people.get(id).delete(by);
    else people.get(id).set(by, record);
  };
  const record = (row) => ({
    decision: row.decision,
    reason: String(row.reason || ''),
    date: row.date || null,
    expires: row.expires || null,
    ...(row.settles ? { settles: true } : {}),
  });
  const names = (by) => (by ? by.split(', ') : ['']);
  for (const finding of findings)
    for (const row of finding.a || [])
      for (const by of names(row.by)) put(given, finding.id, by, record(row));

  const today = dayOf(new Date());
  const holds = (made) => made && KINDS.includes(made.decision);
  const inForce = (made) => holds(made) && !(made.expires && made.expires < today);
  const everyone = (finding) => {
    const people = new Map([...(given.get(finding.id) || []), ...(kept.get(finding.id) || [])]);
    const sides = [...people].filter(([, made]) => inForce(made));
    return sides.map(([by, made]) => ({ ...made, by }));
  };
  const mine = (finding) => everyone(finding).find((made) => made.by === me) || null;
  const sides = (finding) => {
    const all = everyone(finding);
    return second && !all.some((made) => made.by === me) ? [] : all;
  };
  const latest = (made) => made.reduce((a, b) => ((a.date || '') > (b.date || '') ? a : b));
  const settled = (made) => {
    const settling = made.filter((one) => one.settles);
    return settling.length ? [latest(settling)] : made;
  };
  const of = (finding) => {
    const made = settled(sides(finding));
    if (!made.length || new Set(made.map((one) => one.decision)).size > 1) return null;
    const by = [...new Set(made.map((one) => one.by).filter(Boolean))].join(', ');
    return { ...latest(made), by };
  };
  const torn = (finding) => {
    const made = settled(sides(finding));
    return new Set(made.map((one) => one.decision)).size > 1;
  };

  const tell = (why, ids) => {
    const changed = [...ids].flatMap((id) => byId.get(id) || []);
    const detail = { why, findings: changed };
    document.dispatchEvent(new CustomEvent('ita:decided', { detail }));
    return changed;
  };
  const keptOf = (id, by) => (kept.has(id) ? kept.get(id).get(by) : undefined);
  const write = async (changes) => {
    for (const [id, by, made] of changes) put(kept, id, by, made);
    stepsKept.saved(me, steps);
    keeps = (await keeper.save(changes)) !== false;
    if (!keeps) tell('unkept', []);
  };
  // A reason typed to the end is one step, however often it was kept on the way.
  const retold = (before, after) => {
    if (before.length !== 1 || after.length !== 1) return false;
    const [[id, by, was], [same, person, is]] = [before[0], after[0]];
    return id === same && by === person && was && is && was.decision === is.decision;
  };
  const step = (why, changes) => {
    if (!changes.length) return [];
    const before = changes.map(([id, by]) => [id, by, keptOf(id, by)]);
    const last = steps.done[steps.done.length - 1];
    if (last && retold(last.after, changes)) last.after = changes;
    else steps.done = [...steps.done, { before, after: changes }].slice(-MOST_STEPS);
    steps.undone = [];
    write(changes);
    return tell(why, new Set(changes.map(([id]) => id)));
  };
  const turned = (from, to, side, why) => {
    const last = steps[from].pop();
    if (!last) return [];
    steps[to].push(last);
    write(last[side]);
    return tell(why, new Set(last[side].map(([id]) => id)));
  };
  const make = (list, made) => {
    const row = made ? record({ date: today, ...made }) : null;
    const ids = [...new Set(list.map((finding) => finding.id))];
    const changed = ids.filter((id) => JSON.stringify(keptOf(id, me)) !== JSON.stringify(row));
    return step(
      'made',
      changed.map((id) => [id, me, row]),
    );
  };

  const newer = (row, before) => !holds(before) || (before.date || '') <= (row.date || '');
  const take = (rows, name) => {
    const changes = new Map();
    for (const row of rows) {
      const id = idOf(JSON.stringify([row.sha256, row.rule, row.code, row.subject]));
      if (!byId.has(id) || !KINDS.includes(row.decision)) continue;
      const finding = byId.get(id)[0];
      if (row.decision === 'dismissed' && (!dismissable(finding) || !row.reason)) continue;
      const own = mine(finding);
      // Unsigned: one's own, unless it says another thing than what one decided oneself.
      const unsigned = !me && (!own || own.decision === row.decision) ? '' : name;
      for (const by of names(row.by || unsigned)) {
        const before = everyone(finding).find((made) => made.by === by);
        if (newer(row, before)) changes.set(`${id} ${by}`, [id, by, record(row)]);
      }
    }
    const changed = step('imported', [...changes.values()]);
    return { taken: changes.size, torn: changed.filter(torn).length };
  };
  const rows = () =>
    [...byId].flatMap(([, [finding]]) =>
      everyone(finding).map((made) => ({
        ...about(finding),
        ...made,
        about: `${finding.report.p}: ${finding.m}`,
      })),
    );
  const about = (finding) => {
    const [sha256, rule, code, subject] = JSON.parse(finding.key);
    return { sha256, rule, code, subject };
  };

  const sign = (name) => {
    const moves = [];
    for (const [id, people] of kept) {
      const unsigned = me === '' ? people.get('') : undefined;
      if (name && unsigned !== undefined) moves.push([id, '', undefined], [id, name, unsigned]);
    }
    me = name;
    keeper.sign(name);
    if (moves.length) write(moves);
    steps.done = []; // they speak of another person
    steps.undone = [];
    stepsKept.saved(me, steps);
    tell('signed', []);
  };
  const look = (on) => {
    second = on;
    tell('looked', []);
  };
  const load = async () => {
    const rowsKept = await keeper.load([...byId.keys()]);
    keeps = rowsKept !== null;
    for (const [id, by, made] of rowsKept || []) put(kept, id, by, made);
    keeper.watch((id, people) => {
      if (!byId.has(id)) return;
      kept.set(id, new Map(Object.entries(people)));
      tell('elsewhere', [id]);
    });
    tell('loaded', byId.keys());
  };
  const can = { undo: () => steps.done.length > 0, redo: () => steps.undone.length > 0 };
  return {
    sides,
    mine,
    of,
    torn,
    make,
    take,
    rows,
    sign,
    look,
    load,
    can,
    everyone,
    undo: () => turned('done', 'undone', 'before', 'undone'),
    redo: () => turned('undone', 'done', 'after', 'redone'),
    get me() {
      return me;
    },
    get second() {
      return second;
    },
    get keeps() {
      return keeps;
    },
  };
})();

const dismissable = (finding) => !head.never.includes(finding.c);
const silent = (finding) => {
  const made = store.of(finding);
  return Boolean(made) && made.decision === 'dismissed' && dismissable(finding);
};
const live = () => findings.filter((finding) => !silent(finding));
const state = (finding) => {
  const made = store.of(finding);
  return made ? made.decision : store.torn(finding) ? 'torn' : 'undecided';
};
// What `n` looks for: at a second look what one has not decided oneself.
const undecided = (finding) =>
  store.second ? !store.mine(finding) : state(finding) === 'undecided';
