// The capture page: three steps, sealed on this phone, sent when it can be.
import { arrange, content, empty, fill, shop, told, value } from "./answers.js";
import { tellOthers, whenTold } from "./channel.js";
import { DAY, dropDraft, handOver, keepDraft, openDrafts, toConcept } from "./draft.js";
import { leave, signOut } from "./leave.js";
import { lookBack, paint } from "./list.js";
import { canSeal, ended, forget, learn, me, recall, remember } from "./me.js";
import { flush, tidy } from "./outbox.js";
import { $, $$, data, form, moment, say, text } from "./page.js";
import { clearProblems, help } from "./mending.js";
import { DONE, NOTICE, mended, show, step } from "./steps.js";
import { everything, inOrder, pause } from "./store.js";

const SAVE_AFTER = 800;
const COUNTER_PHONE = 15 * 60e3; // a shared phone forgets what is typed after this long
const LANGUAGE = "django_language";
const QUICK = 4e3; // as long as we wait for the server when we know who works here

let draft = null; // {sid, started} once somebody typed; `touched` when this page has words of it that no other page has
let saving;
let idle;
let sending = false;

const begun = () => ({ sid: crypto.randomUUID(), started: Date.now() });
const typed = () => draft && { ...draft, who: me?.who, step, answers: told(), content: content() };

// A page that says one thing instead of the form.
function notice(why) {
  for (const part of $$("[data-why]")) part.hidden = part.dataset.why !== why;
  if (step !== NOTICE) show(NOTICE, "replaceState");
}

function wipe() {
  clearTimeout(saving);
  clearTimeout(idle);
  draft = null;
  empty();
  clearProblems();
  delete data.receipt;
  for (const part of $$("#check dl, #kept-title, #kept-name, #live")) part.textContent = "";
  $("#draft").hidden = true;
}

// -- the draft

function save() {
  clearTimeout(saving);
  saving = 0;
  const now = typed();
  if (!now?.touched || !me) return null;
  return inOrder(async () => {
    if (draft?.sid === now.sid) await keepDraft(me, now);
  }).catch(() => say(text("cannot-keep")));
}

function onInput({ target }) {
  draft ??= begun();
  draft.touched = true;
  clearTimeout(saving);
  saving = setTimeout(save, SAVE_AFTER);
  stayAwake();
  if (target.matches("textarea, input[type=text]")) help(target);
  arrange();
}

// After a day a draft goes; it stays when there is no key to seal it with any more, until the phone has network.
const tooOld = ({ started }) => started < Date.now() - DAY && canSeal(me);

// The newest draft of this person; another one waits until this page is opened again.
async function bringBack() {
  await inOrder(async () => {
    for (const kept of await openDrafts()) {
      if (kept.who !== me.who) await toConcept(me, kept);
      else if (!draft) await restore(kept);
    }
  });
}

async function restore({ id, sid, started, answers, step: reached }) {
  draft = { sid, started };
  tellOthers({ opened: sid });
  fill(answers);
  $("#draft-when").textContent = text("draft", { time: moment(started) });
  $("#draft").hidden = false;
  for (let number = 2; number <= reached; number++) show(number);
  if (id === sid) return;
  await keepDraft(me, typed()); // an earlier version of this page called every draft the same
  await dropDraft(id);
}

// Another page of this phone opened, sealed or threw away the draft that stands here too. What was typed here since is
// a draft of its own from then on.
function heard({ left, opened, gone }) {
  if (left && left === me?.who) {
    const now = me.shared && typed(); // what a shared phone never kept stands nowhere else
    if (now) inOrder(toConcept.bind(null, me, now));
    wipe();
    forget();
    notice("signed-out");
    paint();
  }
  if (!draft) return;
  if (opened === draft.sid) draft.touched = Boolean(saving);
  if (gone !== draft.sid) return;
  if (draft.touched) {
    draft.sid = crypto.randomUUID();
    save();
  } else {
    wipe();
    show(1, "replaceState");
  }
}

async function discardDraft() {
  const { sid } = draft;
  wipe();
  await inOrder(() => dropDraft(sid));
  show(1, "replaceState");
  say(text("discarded"));
}

// -- who works here

// Nobody works on a shared phone that lies still.
function stayAwake() {
  clearTimeout(idle);
  if (me?.shared) idle = setTimeout(() => goAway().catch(() => {}), COUNTER_PHONE);
}

async function goAway() {
  const now = typed();
  const person = me;
  wipe();
  notice("signed-out");
  await leave(now, person).catch(forget);
  await paint();
  await signOut(data.signOut);
}

// The drafts for which it is time become concepts; when what is typed here is one of them, the page is empty again.
async function setAside(itIsTime) {
  const now = typed();
  const here = now && itIsTime(now);
  if (here) wipe();
  await inOrder(async () => {
    if (here) await toConcept(me, now);
    for (const kept of await openDrafts()) if (itIsTime(kept)) await toConcept(me, kept);
  });
}

// Learn who this is before anything of anybody is shown; offline the last known person counts.
async function whoIsIt() {
  if (ended()) await goAway().catch(() => {});
  const found = await learn(me ? QUICK : undefined);
  if (await signOut(data.signOut, found).catch(() => true)) return "signed_out";
  if (found.status === "known") {
    if (me && me.who !== found.person.who) {
      const now = typed();
      wipe();
      await leave(now, me, true);
      show(1, "replaceState");
    }
    await remember({ ...found.person, out: false });
  } else if (found.status === "signed_out" && me) {
    if (me.shared) await goAway().catch(() => {});
    else {
      await remember({ ...found.person, out: true });
      await setAside(() => true);
    }
  }
  if (me && !sending) await setAside(tooOld).catch(() => {}); // this phone may keep nothing
  return found.status;
}

async function welcome() {
  const status = await whoIsIt();
  if (status === "signed_out" || me?.out) notice("signed-out");
  else if (status === "not_for_you") notice("not-for-you");
  else if (!me) notice("never-opened");
  else if (step === NOTICE) show(1, "replaceState");
  $("[data-act=signOut]").hidden = !me || me.out;
  stayAwake();
}

// -- sending

function newName(taken) {
  const [adjectives, nouns] = [data.adjectives.split(" "), data.nouns.split(" ")];
  const one = (list) => list[crypto.getRandomValues(new Uint32Array(1))[0] % list.length];
  let name;
  do name = `${one(adjectives)} ${one(nouns)}`;
  while (taken.includes(name));
  return name;
}

async function submit() {
  if (!canSeal(me)) await welcome();
  if (step === NOTICE) return;
  for (const number of [1, 2, 3]) if (!mended(number)) return;
  if (!canSeal(me)) {
    await save();
    say(text("needs-network"));
    $("#needs-network").hidden = false;
    return;
  }
  draft ??= begun();
  const now = typed();
  await save(); // what was typed last is on the disk before anything else happens
  await pause("tap");
  data.hears = value("consent_answer") === "yes_no_help" || shop() ? "" : "1";
  const sid = await inOrder(async () => {
    const taken = (await everything("queue")).map((row) => row.name);
    now.content.words = newName(taken);
    const made = await handOver(me, "signal", now);
    draft = null;
    return made;
  });
  wipe();
  data.receipt = sid;
  await paint();
  show(DONE, "replaceState");
  $("#needs-network").hidden = true;
  navigator.storage?.persist?.();
  flush(paint);
}

// A second tap while the first is at work does nothing.
async function once(work) {
  if (sending) return;
  sending = true;
  try {
    await work();
  } catch {
    say(text("cannot-keep"));
    $("#cannot-keep").hidden = false;
  } finally {
    sending = false;
  }
}

function forward() {
  if (step === 3) once(submit);
  else if (mended(step)) show(step + 1);
}

// -- the page

const wake = async () => {
  if (document.hidden) {
    save();
    return;
  }
  await welcome();
  flush(paint);
};

function listen() {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", onInput);
  $("#check").addEventListener("toggle", lookBack);
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    forward();
  });
  const act = {
    forward,
    back: () => history.back(),
    again: () => show(1),
    discard: () => once(discardDraft),
    sendNow: () => flush(paint),
    signOut: () => goAway().then(() => location.assign(data.signIn), () => {}),
  };
  document.addEventListener("click", ({ target }) => act[target.closest("[data-act]")?.dataset.act]?.());
  for (const kind of ["click", "focusin"]) {
    document.addEventListener(kind, ({ target }) => {
      if (!$("details.menu").contains(target)) $("details.menu").open = false;
    });
  }
  document.addEventListener("keydown", ({ key }) => {
    const menu = $("details.menu[open]");
    if (key !== "Escape" || !menu) return;
    menu.open = false;
    $("summary", menu).focus();
  });
  $("[data-language]").addEventListener("click", choose);
  addEventListener("online", wake);
  addEventListener("pageshow", ({ persisted }) => persisted && wake());
  document.addEventListener("visibilitychange", wake);
  whenTold(heard);
}

const cookie = (name) => new RegExp(`(?:^|; )${name}=(\\w+)`).exec(document.cookie)?.[1];

// The language is a choice of this device, for the pages of the server too.
function choose({ target }) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${LANGUAGE}=${target.lang}; path=/; max-age=31536000; samesite=lax${secure}`;
}

// This page in the chosen language, where it can be had now.
async function inOtherLanguage() {
  const { lang, pathname } = $("[data-language]");
  if (cookie(LANGUAGE) !== lang) return null;
  const there = (await globalThis.caches?.match(pathname)) ?? (await fetch(pathname, { credentials: "omit" }).catch(() => null));
  return there?.ok ? pathname : null;
}

function dress() {
  const theme = cookie("theme");
  if (["light", "dark"].includes(theme)) document.documentElement.dataset.theme = theme;
}

// The worker keeps this page and its files for when there is no network; it comes after everything else.
function engage() {
  const address = data.worker;
  const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: () => address });
  navigator.serviceWorker?.register(policy ? policy.createScriptURL("") : address).catch(() => {});
}

async function begin() {
  dress();
  const elsewhere = await inOtherLanguage();
  if (elsewhere) {
    location.replace(elsewhere);
    return;
  }
  listen();
  if (!globalThis.isSecureContext || !crypto.subtle) {
    notice("no-https");
    data.ready = "1";
    return;
  }
  show(1, "replaceState");
  try {
    await recall();
    await tidy();
    form.inert = (await everything("draft")).length > 0;
    if (!me?.shared) await paint();
  } catch {
    $("#cannot-keep").hidden = false;
  }
  await welcome();
  if (me && !me.out) await bringBack().catch(() => {});
  form.inert = false;
  data.ready = "1";
  await paint();
  if (document.readyState === "complete") engage();
  else addEventListener("load", engage);
  flush(paint);
}

begin();
