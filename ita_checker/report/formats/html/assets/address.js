// Where one is: the view and all it is asked for stand behind the # of the address, so that a
// reload, a bookmark, Back and a link in a mail lead to the same. Defaults are left out.
const parsed = () => {
  const [, view = '', query = ''] = /^#\/?([a-z]*)\??(.*)$/s.exec(location.hash) || [];
  return { view, query: new URLSearchParams(query) };
};
const hashOf = (view, values) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values || {})) {
    if (value !== '' && value !== false && value !== null && value !== undefined)
      query.set(name, value === true ? '1' : String(value));
  }
  const words = query.toString();
  return `#/${view}${words ? `?${words}` : ''}`;
};
// Another view, or the same asked for another thing: Back leads to where one was. It is shown at
// once: an event that comes later would undo what is chosen in between.
const go = (view, values) => {
  const hash = hashOf(view, values);
  if (location.hash !== hash) history.pushState(null, '', hash);
  show();
};
// The same view, a little changed while typing or walking: no step of its own.
const note = (view, values) => {
  const hash = hashOf(view, values);
  if (location.hash !== hash) history.replaceState(null, '', hash);
};
