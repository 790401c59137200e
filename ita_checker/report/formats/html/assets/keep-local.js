// The keeper of a page on a disk: this browser's own storage, an entry for each finding, so that
// pages of one folder share what they have in common and windows do not write over each other.
const SHELF = 'ita-checker/decided/'; // + the finding's id
const keeper = {
  where: 'browser',
  me: () => {
    try {
      return localStorage.getItem('ita-checker/me') || '';
    } catch {
      return '';
    }
  },
  sign: (name) => {
    try {
      localStorage.setItem('ita-checker/me', name);
    } catch {
      /* the name is asked for again */
    }
  },
  load: (ids) => {
    const rows = [];
    try {
      for (const id of ids) {
        const kept = localStorage.getItem(SHELF + id);
        if (!kept) continue;
        for (const [by, record] of Object.entries(JSON.parse(kept))) rows.push([id, by, record]);
      }
    } catch {
      return null;
    }
    return rows;
  },
  save: (changes) => {
    try {
      for (const [id, by, record] of changes) {
        const people = JSON.parse(localStorage.getItem(SHELF + id) || '{}');
        if (record === undefined) delete people[by];
        else people[by] = record;
        if (Object.keys(people).length) localStorage.setItem(SHELF + id, JSON.stringify(people));
        else localStorage.removeItem(SHELF + id);
      }
      return true;
    } catch {
      return false;
    }
  },
  watch: (tell) =>
    addEventListener('storage', (event) => {
      if (!event.key || !event.key.startsWith(SHELF)) return;
      const id = event.key.slice(SHELF.length);
      const people = event.newValue ? JSON.parse(event.newValue) : {};
      tell(id, people);
    }),
};
