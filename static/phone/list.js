// How the phone stands: what waits in the menu, what goes when it is sent, and the receipt.
import { plainPostcode, told } from "./answers.js";
import { me, mine } from "./me.js";
import { lately } from "./outbox.js";
import { $, counted, data, make, moment, say, text } from "./page.js";
import { line, longest, needsHelp, offerToSend, refusal, standing, tell } from "./rows.js";
import { everything } from "./store.js";

const WHY = { later: "no-network", busy: "sends-elsewhere", ticket: "sign-in-again" };

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
  const rows = await everything("queue").catch(() => null);
  if (!rows) return;
  const own = rows.filter(mine).sort((one, other) => (one.sealed < other.sealed ? 1 : -1));
  const rest = rows.filter((row) => row.state !== "sent");
  const ownRest = rest.filter(mine);
  const stuck = ownRest.filter(needsHelp).length;
  const marks = [rest.length > stuck && `↑ ${counted("count", rest.length - stuck)}`, stuck && `! ${text("count-stuck", { n: stuck })}`];
  const waits = marks.filter(Boolean).join(" · ") || (own.length ? text("all-gone") : "");
  tell("#count", waits);
  $("#menu-word").classList.toggle("visually-hidden", Boolean(waits));
  $("#box").replaceChildren(...own.map((row) => line(row, paint)));
  const others = rest.length - ownRest.length;
  tell("#others", others ? counted(me ? "others" : "left", others) : "");
  tell("#status", standing(ownRest, WHY[lately]) || (own.length ? text("all-sent") : ""));
  tell("#last", me?.lastSent ? text("last-sent", { time: moment(me.lastSent) }) : "");
  offerToSend(ownRest);
  tell("#late", longest(ownRest));
  $("#question").hidden = !me?.questions || me.out;
  receipt(rows.find((row) => row.id === data.receipt));
}

// The page behind the third step: kept on this phone, and then sent, or refused.
function receipt(row) {
  if (!row) return;
  const sent = row.state === "sent";
  const shop = me?.role === "shopkeeper";
  const heading = sent ? text(shop ? "thanks" : "sent-title") : text(needsHelp(row) ? "state-help" : "kept-title");
  if ($("#kept-title").textContent === heading) return;
  $("#kept-title").textContent = heading;
  $("#kept-name").textContent = sent && shop ? "" : text("named", { name: row.name });
  const how = needsHelp(row) ? refusal(row) : text(lately === "ticket" ? "sign-in-again" : "kept-how");
  tell("#kept-how", sent ? "" : how);
  $("#kept-next").hidden = shop || needsHelp(row);
  $("#kept-word").hidden = data.hears !== "1";
  if (row.state !== "waits") say(`${heading} ${$("#kept-name").textContent}`);
}
