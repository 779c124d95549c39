// The page of a shop or courier: begin with a QR code, tell what happened, mend the text for a quarter of an hour.
// Many hands use such a phone: what is typed stays in the memory of this page, and not for long.
import { content, told, value } from "./answers.js";
import { toBase64, utf8 } from "./bytes.js";
import { sealed } from "./draft.js";
import { hasBsn } from "./help.js";
import { ask, canSeal, forget, me, mine, recall, remember } from "./me.js";
import { clearProblems, help, tellProblems } from "./mending.js";
import { flush, lately, tidy } from "./outbox.js";
import { $, $$, counted, data, form, moment, say, text } from "./page.js";
import { line, longest, offerToSend, refusal, standing, tell } from "./rows.js";
import { time, where } from "./rules.js";
import { everything, pause, put } from "./store.js";

const MINUTE = 60e3;
const IDLE = 15 * MINUTE;
const WRITTEN = ["place", "observation", "already_done", "name"];

let part = "";
let sent = null; // what was sent last, as long as its text may be mended: {id, answers, until}
let mending = false;
let atWork = false;
let idle;
let invited = null; // the QR code that this phone may begin with: {code, mark}

// -- what the page shows

function show(name) {
  part = name;
  for (const one of $$("[data-part]")) one.hidden = one.dataset.part !== name;
  for (const one of $$("[data-for]")) one.hidden = one.dataset.for !== name;
  for (const one of $$("[data-once]", form)) one.hidden = mending;
  $("#mend").hidden = name !== "done" || !sent;
  $("#leave-it").hidden = name !== "form" || !mending;
  $("#stay").hidden = name !== "begin" || $("#switch").hidden;
  $("#form-title").textContent = text(mending ? "mend-title" : "what-happened");
  if (!data.ready) return;
  $(`[data-part=${name}] h1`).focus({ preventScroll: true });
  scrollTo(0, 0);
}

// Only the questions that go with this type and this answer are part of the form.
function unfold() {
  for (const chips of $$("[data-chips]", form)) chips.hidden = chips.dataset.chips !== value("theme");
  $("[data-asks=unsafe_reason]").hidden = value("consent_answer") !== "not_safe";
  $("[data-asks=name]").hidden = value("consent_answer") !== "yes_wants_help";
}

function wipe() {
  clearTimeout(idle);
  mending = false;
  form.reset();
  clearProblems();
  for (const more of $$("details", form)) more.open = false;
  for (const line of $$("[data-help]", form)) line.remove();
  const now = new Date();
  form.elements.observed_at.value = new Date(now - now.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
  unfold();
}

function putBack(answers) {
  for (const control of form.elements) {
    const answer = answers[control.name] ?? "";
    if (["checkbox", "radio"].includes(control.type)) control.checked = [].concat(answer).includes(control.value);
    else control.value = answer;
  }
  for (const more of $$("details", form)) more.open = $$("input, textarea", more).some((control) => control.value);
  unfold();
}

// What waits here and what was refused; what was sent just now is told by the receipt.
async function paint() {
  const all = await everything("queue").catch(() => []);
  const rows = all.filter(mine);
  const row = rows.find(({ id }) => id === data.latest);
  const rest = rows.filter((one) => one.state !== "sent" && (part !== "done" || one !== row));
  const others = all.filter((one) => one.state !== "sent" && !mine(one)).length;
  tell("#waiting", standing(rest, lately === "busy" && "sends-elsewhere"));
  tell("#late", longest(rest));
  tell("#others", me && others ? counted("others", others) : "");
  $("#box").replaceChildren(...rest.map((one) => line(one, paint)));
  $("#outbox").hidden = !rest.length;
  offerToSend(rest);
  if (lately === "ticket" && !["begin", "ended"].includes(part)) show("ended");
  if (part === "done" && row) receipt(row);
}

function receipt(row) {
  const heading = text({ sent: "thanks", waits: "kept-title", help: "state-help" }[row.state]);
  if ($("#done-title").textContent === heading) return;
  $("#done-title").textContent = heading;
  $("#done-how").textContent = { sent: () => "", waits: () => text("kept-how"), help: () => refusal(row) }[row.state]();
  say(heading);
}

// -- whose phone this is

// "known", "ended", or "unreachable": then what was learned before counts.
async function start() {
  try {
    const headers = { Authorization: `Bearer ${me.ticket}` };
    const [reply, said] = await ask(data.start, { credentials: "omit", headers });
    if (reply.status === 200 && said?.who) {
      await remember(said);
      return "known";
    }
    if (reply.status === 401 && said) return "ended";
  } catch {
    // no network, or a network that answers something else
  }
  return "unreachable";
}

// The code in the address is taken out of it before anything else.
function takeCode() {
  const code = location.hash.slice(1);
  if (!code) return;
  history.replaceState(null, "", location.pathname);
  invited = { code };
}

// Whether this phone may begin with that code: it takes no part, or takes part with another.
async function isInvited(ended) {
  if (!invited) return false;
  invited.mark = await markOf(invited.code);
  return ended || invited.mark !== me?.began;
}

// What a phone remembers of its code: enough to know it again, too little to begin with.
const markOf = async (code) => toBase64(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(code))));

// Another shop begins on this phone; what the one before still has to send goes first.
async function mayBegin() {
  if (!me || part !== "begin" || $("#switch").hidden) return true;
  await flush(paint);
  return lately === "ticket" || !(await everything("queue")).some((row) => mine(row) && row.state === "waits");
}

async function beginHere() {
  if (!(await mayBegin())) {
    refuse("switch-waits");
    return;
  }
  const body = JSON.stringify({ token: invited.code });
  const headers = { "Content-Type": "application/json" };
  let said;
  try {
    let reply;
    [reply, said] = await ask(data.begin, { method: "POST", credentials: "omit", headers, body });
    if (reply.status !== 201 || !said?.ticket) {
      refuse(reply.status === 403 && said ? "refused" : "no-network");
      return;
    }
  } catch {
    refuse("no-network");
    return;
  }
  await remember({ ...said, id: "shop", began: invited.mark });
  invited = null;
  sent = null;
  navigator.storage?.persist?.();
  wipe();
  show("form");
  flush(paint);
}

function stay() {
  invited = null;
  show("form");
}

function refuse(why) {
  $("#refused").textContent = text(why);
  $("#refused").hidden = false;
  say(text(why));
}

// -- telling

function toMend() {
  const found = [];
  const wrong = (name, sentence) => found.push({ name, text: sentence });
  if (["place", "postcode", "house_number"].some(value)) where(wrong, found);
  else wrong("place", "no-place");
  time(wrong);
  for (const name of ["theme", "consent_answer"]) if (!value(name)) wrong(name, `no-${name}`);
  if (value("consent_answer") === "not_safe" && !value("unsafe_reason")) wrong("unsafe_reason", "no-unsafe_reason");
  if (value("theme") && !value("observation") && !$("[data-chips]:not([hidden]) :checked")) wrong("chips", "no-chips");
  for (const name of WRITTEN) if (hasBsn(value(name))) wrong(name, "bsn");
  return found;
}

async function hand() {
  const found = toMend();
  if (found.length) {
    tellProblems(found, $("#form-hint"));
    return;
  }
  if (mending && !sent) return;
  if (!canSeal(me) && ((await start()) === "ended" || !canSeal(me))) {
    say(text("needs-network"));
    tell("#waiting", text("needs-network"));
    return;
  }
  const id = crypto.randomUUID();
  const answers = told();
  const words = content();
  if (!words.postcode && me.area) words.area = me.area;
  if (mending) words.corrects = sent.id;
  await pause("tap");
  await put("queue", { ...(await sealed(me, id, "signal", words)), corrects: words.corrects });
  await pause("queued");
  sent = mending ? { ...sent, answers } : { id, answers, until: Date.now() + data.minutes * MINUTE };
  data.latest = id;
  wipe();
  $("#done-title").textContent = "";
  $("#done-mend").textContent = text("mend-until", { time: moment(sent.until) });
  $("#done-mend").hidden = false;
  show("done");
  receipt({ state: "waits" });
  flush(paint);
}

function mend() {
  if (!sent) return;
  putBack(sent.answers);
  mending = true;
  stayAwake();
  show("form");
}

function again() {
  sent = null;
  wipe();
  show("form");
  return paint();
}

// The quarter of an hour is over: the text is gone from this page too.
function forgetText() {
  if (!sent || Date.now() < sent.until) return;
  sent = null;
  $("#done-mend").textContent = text("mend-over");
  if (mending) {
    wipe();
    show("done");
    say(text("mend-over"));
  } else if (part === "done") $("#mend").hidden = true;
}

function stayAwake() {
  clearTimeout(idle);
  idle = setTimeout(() => {
    wipe();
    show(part === "form" ? "form" : part);
    say(text("cleared"));
  }, IDLE);
}

async function once(work) {
  if (atWork) return;
  atWork = true;
  try {
    await work();
  } catch {
    say(text("cannot-keep"));
    $("#cannot-keep").hidden = false;
  } finally {
    atWork = false;
  }
}

// -- the page

async function wake() {
  forgetText();
  if (document.hidden || !me) return;
  flush(paint);
}

function listen() {
  const act = { begin: beginHere, send: hand, sendNow: () => flush(paint), mend, again, leaveIt: () => (wipe(), show("done"), paint()), stay };
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-act]");
    if (button) once(async () => act[button.dataset.act]());
  });
  // the other language begins with the same code
  $("[data-language]").addEventListener("click", ({ target }) => (target.hash = invited?.code ?? ""));
  addEventListener("hashchange", scannedAgain);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.tagName === "INPUT") event.preventDefault();
  });
  form.addEventListener("input", ({ target }) => {
    stayAwake();
    if (target.matches("textarea, input[type=text]")) help(target);
    unfold();
  });
  addEventListener("online", wake);
  addEventListener("pageshow", ({ persisted }) => persisted && wake());
  document.addEventListener("visibilitychange", wake);
  setInterval(forgetText, 10e3);
}

// The worker keeps this page and its files for when there is no network; it comes after everything else.
function engage() {
  const address = data.worker;
  const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: () => address });
  navigator.serviceWorker?.register(policy ? policy.createScriptURL("") : address).catch(() => {});
}

async function open() {
  takeCode();
  await recall("shop").catch(() => forget());
  await tidy().catch(() => {});
  const ended = Boolean(me) && (await start()) === "ended";
  wipe();
  if (await isInvited(ended)) return offerToBegin(ended);
  return show(!me ? "never" : ended ? "ended" : "form");
}

// One tap to begin; a phone that takes part already may stay as it is.
function offerToBegin(ended) {
  $("#switch").hidden = !me || ended;
  $("#refused").hidden = true;
  show("begin");
}

async function scannedAgain() {
  const ended = part === "ended";
  takeCode();
  if (await isInvited(ended)) offerToBegin(ended);
}

async function begin() {
  const theme = /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1];
  if (theme) document.documentElement.dataset.theme = theme;
  listen();
  if (!globalThis.isSecureContext || !crypto.subtle) {
    show("no-https");
    data.ready = "1";
    return;
  }
  await open();
  data.ready = "1";
  await paint();
  if (document.readyState === "complete") engage();
  else addEventListener("load", engage);
  flush(paint);
}

begin();
