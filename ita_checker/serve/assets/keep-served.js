// The keeper of a served page: decisions go to the server as they are made, which writes them to its
// disk. What could not be sent waits, in order, and is sent with the next; other windows hear of it.
// A part of the page that was taken home is a file: there `local` keeps, as on any page on a disk.
const DOOR = 'decisions';
const AGAIN = 3000; // milliseconds until what was not taken is sent again
const windows = new BroadcastChannel(`ita-checker ${location.pathname}`);
const mirror = new Map(); // id -> {by: record}: what there is by now
const waiting = [];
let sent = Promise.resolve(true);
const noted = ([id, by, record]) => {
  const people = { ...mirror.get(id) };
  if (record) people[by] = record;
  else delete people[by];
  mirror.set(id, people);
};
const rowOf = ([id, by, record]) => {
  const finding = findings.find((each) => each.id === id);
  const [sha256, rule, code, subject] = finding ? JSON.parse(finding.key) : ['', '', '', ''];
  const about = finding ? `${finding.report.p}: ${finding.m}` : '';
  return { decision: null, ...record, id, by, sha256, rule, code, subject, about };
};
const posted = async (data) => {
  const body = JSON.stringify(data);
  const headers = { 'Content-Type': 'application/json' };
  try {
    return (await fetch(DOOR, { method: 'POST', headers, body })).ok;
  } catch {
    return false;
  }
};
const flushed = async () => {
  const changes = waiting.slice();
  if (!changes.length) return true;
  if (await posted({ changes })) {
    waiting.splice(0, changes.length);
    return true;
  }
  setTimeout(() => (sent = sent.then(flushed)), AGAIN);
  return false;
};
addEventListener('beforeunload', (event) => {
  if (waiting.length) event.preventDefault();
});
const AT_HOME = location.protocol === 'file:';
for (const report of AT_HOME ? [] : reports)
  if (report.l) report.l = `files/${report.p.split('/').map(encodeURIComponent).join('/')}`;
const served = {
  where: 'server',
  me: () => {
    const kept = document.cookie.split('; ').find((each) => each.startsWith('ita_me='));
    return kept ? decodeURIComponent(kept.slice('ita_me='.length)) : '';
  },
  sign: (name) => {
    sent = sent.then(() => posted({ by: name }));
  },
  load: async () => {
    try {
      const { decisions } = await (await fetch(DOOR)).json();
      const rows = decisions.map(({ id, by, decision, reason, date, expires, settles }) => {
        const record = { decision, reason, date, expires, ...(settles ? { settles } : {}) };
        return [id, by, record];
      });
      rows.forEach(noted);
      return rows;
    } catch {
      return null;
    }
  },
  save: (changes) => {
    changes.forEach(noted);
    waiting.push(...changes.map(rowOf));
    windows.postMessage(changes.map(([id, by, record]) => [id, by, record || null]));
    sent = sent.then(flushed);
    return sent;
  },
  watch: (tell) => {
    windows.onmessage = ({ data }) => {
      data.forEach(noted);
      for (const id of new Set(data.map(([each]) => each))) tell(id, mirror.get(id));
    };
  },
};
const keeper = AT_HOME ? local : served;
