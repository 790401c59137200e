// Keys. They go by their place on the keyboard, so that they work while it is set to Thai.
const PLACES = { j: 'KeyJ', k: 'KeyK', n: 'KeyN', u: 'KeyU', b: 'KeyB', o: 'KeyO', r: 'KeyR' };
const keyOf = (event) => {
  if (event.key === 'Escape' || event.key === 'Enter') return event.key;
  if (event.code === 'Slash') return event.shiftKey ? '?' : '/';
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  if (digit && !event.shiftKey) return digit[1];
  const letter = Object.keys(PLACES).find((each) => PLACES[each] === event.code);
  if (letter) return event.shiftKey ? letter.toUpperCase() : letter;
  return event.code ? event.code : event.key; // a keyboard that tells no places
};
const original = () => {
  const link = document.querySelector('#detail a.file[href*="#page"], #detail a.file');
  if (link) link.click();
};
const DOES = {
  j: () => step(1),
  k: () => step(-1),
  n: () => onward(),
  1: () => decideAs('confirmed'),
  2: () => decideAs('dismissed'),
  3: () => decideAs('explain'),
  0: () => decideAs(''),
  r: () => reasonField()?.focus(),
  o: () => original(),
  b: () => !one('bulk').disabled && bulkOpen(),
};
const ANYWHERE = {
  u: () => undoLast(),
  U: () => redoLast(),
  '?': () => help(),
  '/': () => searchField()?.focus(),
};
const searchField = () => document.querySelector('.view:not([hidden]) input[type=search]');
const helpDialog = one('help');
const help = () => (helpDialog.open ? helpDialog.close() : helpDialog.showModal());
const typing = (target) =>
  target.closest?.('textarea, select, input:not([type=checkbox]):not([type=radio])');
addEventListener('keydown', (event) => {
  if (event.isComposing || event.defaultPrevented) return;
  const key = keyOf(event);
  if (event.ctrlKey || event.metaKey) {
    const undoing = event.code === 'KeyZ' && !typing(event.target);
    if (undoing) (event.shiftKey ? redoLast : undoLast)();
    if (event.code === 'KeyY' && !typing(event.target)) redoLast();
    return;
  }
  if (event.altKey) return;
  if (key === 'Escape' && typing(event.target)) return leave(event.target);
  if (typing(event.target) || document.querySelector('dialog[open]')) {
    if (key === '?' && helpDialog.open) help();
    return;
  }
  const act = ANYWHERE[key] || (document.body.dataset.view === 'findings' && DOES[key]);
  if (!act) return;
  event.preventDefault();
  act();
});
// Out of a field, back to where j and k walk.
const leave = (target) => {
  target.blur();
  document.querySelector('#list [aria-current]')?.focus();
};
one('list').addEventListener('keydown', (event) => {
  const all = shown.length;
  const by = { ArrowDown: 1, ArrowUp: -1, Home: -all, End: all }[event.key];
  if (by) {
    event.preventDefault();
    step(by);
  }
  if (event.key === 'Enter' && event.target.getAttribute('aria-current')) {
    event.preventDefault();
    one('detail').focus();
  }
});
one('keys').addEventListener('click', help);
one('help-close').addEventListener('click', () => helpDialog.close());
const HELP = ['j k', 'n', '1', '2', '3', '0', 'r', 'u', 'U', 'b', 'o', '/', '?', 'Esc'];
put(
  'help-keys',
  HELP.map((keys) => [
    make(
      'dt',
      null,
      keys.split(' ').map((key) => make('kbd', { text: key })),
    ),
    make('dd', { text: T[`key_${keys.replace(' ', '')}`] }),
  ]),
);
