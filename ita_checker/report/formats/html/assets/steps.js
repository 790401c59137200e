// The steps that can be undone and done again, kept over a reload for as long as the window is open.
//
//   stepsKept.saved(me, {done, undone})   after every change
//   stepsKept.loaded(me)                  {done, undone} as they were, of the same person
const MOST_STEPS = 200; // that can be undone
const stepsKept = (() => {
  const place = `ita-checker/steps${location.pathname}`;
  // JSON knows no undefined: what was forgotten is written short.
  const brief = (changes) =>
    changes.map(([id, by, made]) => (made === undefined ? [id, by] : [id, by, made]));
  const all = (steps) =>
    steps.map(({ before, after }) => ({ before: brief(before), after: brief(after) }));
  return {
    saved: (me, { done, undone }) => {
      try {
        sessionStorage.setItem(place, JSON.stringify({ me, done: all(done), undone: all(undone) }));
      } catch {
        try {
          sessionStorage.removeItem(place); // too many: none is better than old ones
        } catch {
          /* this browser keeps nothing */
        }
      }
    },
    loaded: (me) => {
      try {
        const kept = JSON.parse(sessionStorage.getItem(place));
        if (kept?.me === me) return { done: kept.done, undone: kept.undone };
      } catch {
        /* nothing kept */
      }
      return { done: [], undone: [] };
    },
  };
})();
