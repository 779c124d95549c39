// The page itself: its words, its parts, and the one voice that is read aloud.

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
export const form = $("#signaal");
export const data = document.body.dataset;

// A sentence of the page, in the language of the page: text("waits", { n: 2 }).
export function text(name, filling = {}) {
  const words = $("#texts").content.querySelector(`[data-t="${name}"]`).textContent;
  return words.replace(/\{(\w+)\}/g, (whole, key) => filling[key] ?? whole);
}
export const counted = (name, n) => text(n === 1 ? `${name}-one` : `${name}-more`, { n });

export function say(words) {
  if (words && $("#live").textContent !== words) $("#live").textContent = words;
}

export function make(tag, attributes = {}, ...inside) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...inside);
  return node;
}

// A copy of a piece of the page that stands ready, such as an icon.
export const copy = (name) => $(`#${name}`).content.firstElementChild.cloneNode(true);

export function moment(iso) {
  const then = new Date(iso);
  const time = then.toTimeString().slice(0, 5).replace(":", ".");
  if (then.toDateString() === new Date().toDateString()) return time;
  return `${then.toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "short" })} ${time}`;
}
