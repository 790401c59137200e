// The page one begins at: files are dropped, jobs are watched, what came of them is taken home.
const T = JSON.parse(document.getElementById('words').textContent);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
const one = (id) => document.getElementById(id);
const say = (text, problem = false) => {
  one('said').textContent = text;
  one('said').className = problem ? 'problem' : '';
};
const complain = (fault) => say(fault?.[T.lang] || T.gone, true);
const make = (tag, words, ...inside) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(words || {})) {
    if (name === 'text') element.textContent = value;
    else if (name === 'on') element.addEventListener('click', value);
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...inside.flat().filter(Boolean));
  return element;
};
const BUSY = ['waiting', 'scanning', 'drawing'];
const FORMS = ['xlsx', 'html', 'letters', 'marked', 'csv', 'json', 'decisions'];
const PAUSE = 400; // milliseconds between two looks at a job at work
const shown = new Map(); // job -> what its card is made of
const removed = new Set(); // an answer on its way may still tell of one
const known = new Map(); // job -> lines that are there already

const asked = () => {
  const form = new FormData(one('asked'));
  return {
    title: form.get('title'),
    year: Number(form.get('year')) || null,
    items: form.get('items'),
    scheme: form.get('scheme'),
    complete: form.get('complete') === 'on',
    ocr: form.get('ocr'),
  };
};
const LISTS = ['manifest', 'register'];
// Have a job scanned as the form asks, with the lists that were chosen there.
const scan = async (id, wanted) => {
  const form = new FormData(one('asked'));
  for (const role of LISTS) {
    const file = form.get(role);
    if (file?.name) await sendList(id, role, file);
  }
  return post(`/jobs/${id}/scan`, wanted);
};
const titleFor = (files) => {
  const tops = new Set(files.map(({ path }) => path.split('/')[0]));
  return tops.size === 1 ? [...tops][0] : '';
};

const take = async (files) => {
  if (!files.length) return say(T.nothing, true);
  const wanted = asked();
  wanted.title ||= titleFor(files);
  const job = await post('/jobs');
  draw({ ...job, title: wanted.title, state: 'sending', done: 0, total: files.length });
  const tell = (done, total) => say(fill(T.sending, { done, total }));
  const refused = [];
  const sent = await sendFiles(job.id, files, tell, (name, why) => refused.push([name, why]));
  await refresh(job.id);
  if (sent) {
    draw(await scan(job.id, wanted));
    say('');
    watch(job.id);
  }
  const told = refused.map(([name, why]) => fill(T.not_sent, { name, why: why[T.lang] || '' }));
  if (told.length) say(told.join(' · '), true);
};
const taking = (files) => files.then(take).catch(complain);

// A card for each job, made once and changed where it stands: what has the focus keeps it.
const card = (job) => {
  const parts = {
    title: make('h3', {}),
    state: make('p', { class: 'state' }),
    bar: make('progress', {}),
    actions: make('p', { class: 'row' }),
    home: make('p', { class: 'row downloads' }),
    kept: make('p', { class: 'hint' }),
    lines: make('ol', { class: 'lines', tabindex: '0', 'aria-label': T.file_list }),
  };
  parts.card = make('li', { class: 'job', id: job.id }, Object.values(parts));
  return parts;
};
const stateOf = (job) => fill(T[job.state], { done: job.done, total: job.total || job.files });
const draw = (job) => {
  if (removed.has(job.id)) return;
  if (!shown.has(job.id)) {
    shown.set(job.id, card(job));
    one('jobs').prepend(shown.get(job.id).card);
  }
  one('no-jobs').hidden = true;
  const parts = shown.get(job.id);
  const busy = BUSY.includes(job.state) || job.state === 'sending';
  parts.title.textContent = job.title || spoken(job.created);
  const when = job.title ? ` · ${spoken(job.created)}` : '';
  parts.state.textContent = `${stateOf(job)} · ${fill(T.files, { n: job.files })}${when}`;
  parts.card.dataset.state = job.state;
  parts.bar.hidden = !busy;
  parts.bar.setAttribute('aria-label', stateOf(job));
  if (job.total) Object.assign(parts.bar, { max: job.total, value: job.done });
  else parts.bar.removeAttribute('value');
  const key = [job.state, job.report, job.steps, job.decided, job.lists].join();
  if (parts.card.dataset.key !== key) redraw(job, parts, busy);
  parts.card.dataset.key = key;
  if (job.fault) parts.state.append(` (${job.fault[T.lang]})`);
  parts.lines.hidden = !parts.lines.childElementCount;
};
const button = (text, on) => make('button', { type: 'button', text, on });
const redraw = (job, parts, busy) => {
  const address = `/jobs/${job.id}`;
  const act = (way, then) => () => post(`${address}/${way}`).then(then, complain);
  const again = () => {
    known.delete(job.id);
    parts.lines.replaceChildren();
    scan(job.id, { ...asked(), title: job.title || asked().title }).then((now) => {
      draw(now);
      watch(job.id);
    }, complain);
  };
  const fresh = job.state === 'filling' ? T.start : T.again;
  const open = make('a', { class: 'button primary', href: `${address}/report`, target: '_blank', text: T.open });
  const undo = act('undo', ({ changed }) => {
    say(fill(T.undone, { n: changed.length }));
    refresh(job.id);
  });
  parts.actions.replaceChildren(
    ...[
      job.report && !busy && open,
      busy && job.state !== 'sending' && button(T.stop, act('stop', () => {})),
      !busy && job.files && button(fresh, again),
      job.steps > 0 && button(T.undo, undo),
      !busy && button(T.remove, () => remove(job, parts)),
    ].filter(Boolean),
  );
  const told = (job.lists || []).map((role) => T[`has_${role}`]);
  if (job.decided) told.push(fill(T.decided, { n: job.decided }));
  parts.kept.textContent = told.join(' · ');
  const links = FORMS.map((form) =>
    make('a', { class: 'button', href: `${address}/download/${form}`, download: '', text: T[form] }),
  );
  const ready = job.report && !busy;
  parts.home.replaceChildren(...(ready ? [make('span', { text: T.downloads }), ...links] : []));
};
const remove = (job, parts) => {
  if (!confirm(T.remove_sure)) return;
  post(`/jobs/${job.id}`, {}, 'DELETE').then(() => {
    removed.add(job.id);
    parts.card.remove();
    shown.delete(job.id);
    one('no-jobs').hidden = shown.size > 0;
    one('main').focus();
    say(T.removed);
  }, complain);
};
const MONTHS = new Intl.DateTimeFormat(T.lang === 'en' ? 'en-GB' : 'th-TH', { dateStyle: 'medium', timeStyle: 'short' }); // prettier-ignore
const spoken = (time) => MONTHS.format(new Date(time));

const line = (done) =>
  make(
    'li',
    { class: done.status },
    make('b', { text: T[`status_${done.status}`] || done.status }),
    ` ${done.path}`,
    done.organisation ? ` · ${done.organisation}` : '',
    done.findings ? ` · ${fill(T.findings, { n: done.findings })}` : '',
    done.unread ? ` · ${fill(T.unread, { n: done.unread })}` : '',
  );
const refresh = async (id) => {
  const before = known.get(id) || 0;
  const answer = await fetch(`/jobs/${id}?since=${before}`);
  const job = await answer.json();
  if (!answer.ok) throw job;
  draw(job);
  const parts = shown.get(id);
  if (!parts) return job;
  parts.lines.append(...job.lines.map(line));
  parts.lines.hidden = !parts.lines.childElementCount;
  known.set(id, before + job.lines.length);
  return job;
};
const watch = async (id) => {
  try {
    for (;;) {
      const job = await refresh(id);
      if (!BUSY.includes(job.state)) return say(stateOf(job), job.state === 'failed');
      say(stateOf(job));
      await new Promise((go) => setTimeout(go, PAUSE));
    }
  } catch (fault) {
    complain(fault);
  }
};

one('some-files').addEventListener('change', (event) => {
  taking(Promise.resolve(picked(event.target.files)));
});
one('a-folder').addEventListener('change', (event) => {
  taking(Promise.resolve(picked(event.target.files)));
});
one('asked').addEventListener('submit', (event) => event.preventDefault());
for (const name of ['dragenter', 'dragover'])
  addEventListener(name, (event) => {
    event.preventDefault();
    one('drop').classList.add('over');
  });
addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) one('drop').classList.remove('over');
});
addEventListener('drop', (event) => {
  event.preventDefault();
  one('drop').classList.remove('over');
  taking(dropped(event.dataTransfer));
});
addEventListener('focus', () => [...shown.keys()].forEach((id) => refresh(id).catch(() => {})));
fetch('/jobs')
  .then((answer) => answer.json())
  .then((jobs) => {
    for (const job of jobs.reverse()) {
      draw(job);
      if (BUSY.includes(job.state)) watch(job.id);
      else refresh(job.id).catch(complain);
    }
  })
  .catch(complain);
