// What the file holds, and small ways to build the page. Text enters the page by textContent alone.
const held = (name) => {
  const block = document.getElementById(name);
  return block ? JSON.parse(block.textContent) : null;
};
const head = held('head');
const T = head.words;
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
const number = (value) => value.toLocaleString('en');

const make = (tag, words, ...inside) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(words || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') element.textContent = value;
    else if (name === 'on')
      for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else element.setAttribute(name, value === true ? '' : value);
  }
  const parts = inside.flat(2).filter((part) => ![null, undefined, ''].includes(part));
  element.append(...parts);
  return element;
};
const press = (text, act, words) =>
  make('button', { type: 'button', text, on: { click: act }, ...words });
const one = (name) => document.getElementById(name);
const put = (name, ...inside) => one(name).replaceChildren(...inside.flat(2));

// Days are of the Buddhist era: 2569-11-23.
const two = (value) => String(value).padStart(2, '0');
const dayOf = (date) =>
  `${date.getFullYear() + 543}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
const spoken = (day) => {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${head.months[month - 1]} ${year}`;
};
const later = (act, wait) => {
  let timer;
  return (...words) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...words), wait);
  };
};
const byThai = (a, b) => a.localeCompare(b, 'th');
// Thai is compared without spaces, with Arabic digits and one way of writing สระอำ.
const fold = (text) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f]/g, '')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/ํ([่-๋]?)า/g, '$1ำ')
    .replace(/ำ([่-๋])/g, '$1ำ')
    .replace(/เเ/g, 'แ');
const terms = (text) => text.split(/\s+/).map(fold).filter(Boolean);
