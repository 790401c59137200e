// What goes to the server: files one after another, and all the rest as JSON.
const post = async (address, data = {}, method = 'POST') => {
  const words = { method };
  if (method === 'POST') {
    words.headers = { 'Content-Type': 'application/json' };
    words.body = JSON.stringify(data);
  }
  const answer = await fetch(address, words);
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw said;
  return said;
};

// Everything below what was dropped, as [{path, file}], folders opened to the end.
const below = async (entry) => {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    return [{ path: entry.fullPath.replace(/^\/+/, ''), file }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    // a hundred at a time, until there are no more
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return found;
    for (const inner of some) found.push(...(await below(inner)));
  }
};
const dropped = async (transfer) => {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return picked(transfer.files);
  const found = [];
  for (const entry of entries) found.push(...(await below(entry)));
  return found;
};
const picked = (files) =>
  [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

// Send a list that a job is to be held against.
const sendList = async (job, role, file) => {
  const address = `/jobs/${job}/lists/${role}?name=${encodeURIComponent(file.name)}`;
  const answer = await fetch(address, { method: 'PUT', body: file });
  if (!answer.ok) throw await answer.json().catch(() => ({}));
};

// Send files to a job; `told` hears how many are there, `refused` of each that was not taken.
const sendFiles = async (job, files, told, refused) => {
  let done = 0;
  for (const { path, file } of files) {
    told(done, files.length);
    const address = `/jobs/${job}/files?name=${encodeURIComponent(path)}`;
    const answer = await fetch(address, { method: 'PUT', body: file });
    if (answer.ok) done++;
    else refused(path, await answer.json().catch(() => ({})));
  }
  told(done, files.length);
  return done;
};
