// What is on this phone, row by row, in four states: Concept, Wacht op verzending, Verstuurd, Hulp nodig.
import { DAY } from "./draft.js";
import { $, counted, make, moment, text } from "./page.js";
import { remove } from "./store.js";

const LONG = [80, 10, 3]; // days after which the page says that something still waits
const REFUSALS = { key_gone: "help-key", does_not_open: "help-open" }; // any other was kept nowhere but here

export const needsHelp = (row) => row.state === "help";
const isWaiting = (row) => row.state === "waits";
const stateOf = (row) => (row.kind === "concept" && !needsHelp(row) ? "concept" : row.state);
const themeOf = (row) => (row.theme ? $(`[name=theme][value=${row.theme}]`).closest("label").querySelector("strong").textContent : "");

// What became of a row that was refused, and what its writer can do.
export const refusal = (row) => text(REFUSALS[row.why] ?? "help-here");

// Two taps: the first asks, the second throws away.
function discard(row, paint) {
  const button = make("button", { type: "button", class: "button link" }, text("discard"));
  let sure = false;
  button.addEventListener("click", async () => {
    if (!sure) {
      sure = true;
      button.textContent = text("discard-sure");
      return;
    }
    await remove("queue", row.id);
    await paint();
  });
  return button;
}

// What a row says, its state last.
export function line(row, paint) {
  const state = stateOf(row);
  const said = [row.name, themeOf(row), moment(row.sealed), text(`state-${state}`)].filter(Boolean).join(" · ");
  const item = make("li", { "data-state": state }, said);
  if (needsHelp(row)) item.append(make("p", { class: "soft" }, refusal(row)));
  if (row.state !== "sent") item.append(discard(row, paint));
  return item;
}

// How many wait (or the name of the sentence that says why) and how many need help, each in words of its own.
export function standing(rest, why) {
  const [waiting, stuck] = [rest.filter(isWaiting).length, rest.filter(needsHelp).length];
  const waits = waiting ? (why ? text(why) : counted("waits", waiting)) : "";
  return [waits, stuck ? counted("stuck", stuck) : ""].filter(Boolean).join(" ");
}

// That something has been waiting for days; what needs help waits for no network.
export function longest(rest) {
  const oldest = Math.min(...rest.filter(isWaiting).map((row) => Date.parse(row.sealed)));
  const days = Math.floor((Date.now() - oldest) / DAY);
  const mark = LONG.find((limit) => days >= limit);
  return mark ? text(`days-${mark}`, { n: days }) : "";
}

export function tell(selector, sentence) {
  const place = $(selector);
  place.textContent = sentence;
  place.hidden = !sentence;
}

// The button that tries at once is there while something waits.
export function offerToSend(rest) {
  $("[data-send-now]").hidden = !rest.some(isWaiting);
}
