// The list of what is on this phone, in four states: Concept, Wacht op verzending, Verstuurd, Hulp nodig.
import { plainPostcode, told } from "./answers.js";
import { DAY } from "./draft.js";
import { me, mine } from "./me.js";
import { lately } from "./outbox.js";
import { $, counted, data, make, moment, say, text } from "./page.js";
import { everything, remove } from "./store.js";

const LONG = [80, 10, 3]; // days after which the page says that something still waits

const stateOf = (row) => (row.kind === "concept" && row.state !== "help" ? "concept" : row.state);
const themeOf = (row) => (row.theme ? $(`[name=theme][value=${row.theme}]`).closest("label").querySelector("strong").textContent : "");

// What a row says, its state last.
function summary(row) {
  return [row.name, themeOf(row), moment(row.sealed), text(`state-${stateOf(row)}`)].filter(Boolean).join(" · ");
}

// Two taps: the first asks, the second throws away.
function discard(row) {
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

function line(row) {
  const item = make("li", { "data-state": stateOf(row) }, summary(row));
  if (row.state === "help") item.append(make("p", { class: "soft" }, text(row.why === "key_gone" ? "help-key" : "help-open")));
  if (row.state !== "sent") item.append(discard(row));
  return item;
}

function status(rest) {
  if (!rest.length) return text("all-sent");
  if (lately) return text(lately === "ticket" ? "sign-in-again" : "no-network");
  return counted("waits", rest.filter((row) => row.state !== "help").length || rest.length);
}

function longest(rest) {
  const oldest = Math.min(...rest.map((row) => Date.parse(row.sealed)));
  const days = Math.floor((Date.now() - oldest) / DAY);
  const mark = LONG.find((limit) => days >= limit);
  return mark ? text(`days-${mark}`, { n: days }) : "";
}

function tell(selector, sentence) {
  const place = $(selector);
  place.textContent = sentence;
  place.hidden = !sentence;
}

const choice = (name) => $(`[name=${name}]:checked`)?.closest("label").querySelector("strong").textContent;

// What is going to be sent, to look at before it is.
export function lookBack() {
  const { place, street, postcode = "", house_number, suffix, area, name } = told();
  const address = [plainPostcode(postcode).replace(/^(.{4})/, "$1 "), house_number, suffix].filter(Boolean).join(" ");
  const answers = {
    theme: choice("theme"),
    where: [place, street, address].filter(Boolean).join(", "),
    area: area && $(`[name=area] [value=${area}]`).textContent,
    observed_at: told().observed_at?.replace("T", " "),
    age_band: told().age_band && choice("age_band"),
    consent_answer: choice("consent_answer"),
    unsafe_reason: told().unsafe_reason && choice("unsafe_reason"),
    name,
  };
  const lines = Object.entries(answers).filter(([, answer]) => answer);
  const pair = ([ask, answer]) => make("div", {}, make("dt", {}, text(`ask-${ask}`)), make("dd", {}, answer));
  $("#check dl").replaceChildren(...lines.map(pair));
}

// How the phone stands, wherever it is told in the page.
export async function paint() {
  let rows = [];
  try {
    rows = await everything("queue");
  } catch {
    return;
  }
  const own = rows.filter(mine).sort((one, other) => (one.sealed < other.sealed ? 1 : -1));
  const rest = rows.filter((row) => row.state !== "sent");
  const waits = rest.length ? `↑ ${counted("count", rest.length)}` : own.length ? text("all-gone") : "";
  tell("#count", waits);
  $("#menu-word").classList.toggle("visually-hidden", Boolean(waits));
  $("#box").replaceChildren(...own.map(line));
  tell("#others", counted("others", rest.length - rest.filter(mine).length));
  $("#others").hidden = rest.every(mine);
  tell("#status", rest.length || own.length ? status(rest.filter(mine)) : "");
  tell("#last", me?.lastSent ? text("last-sent", { time: moment(me.lastSent) }) : "");
  $("[data-send-now]").hidden = !rest.some((row) => mine(row) && row.state === "waits");
  tell("#late", longest(rest.filter(mine)));
  receipt(rows.find((row) => row.id === data.receipt));
}

// The page behind the third step: kept on this phone, and then sent.
function receipt(row) {
  if (!row) return;
  const sent = row.state === "sent";
  const shop = me?.role === "shopkeeper";
  const heading = sent ? text(shop ? "thanks" : "sent-title") : text("kept-title");
  if ($("#kept-title").textContent === heading) return;
  $("#kept-title").textContent = heading;
  $("#kept-name").textContent = sent && shop ? "" : text("named", { name: row.name });
  tell("#kept-how", sent ? "" : text(lately === "ticket" ? "sign-in-again" : "kept-how"));
  $("#kept-next").hidden = shop;
  $("#kept-word").hidden = data.hears !== "1";
  if (sent) say(`${heading} ${$("#kept-name").textContent}`);
}

