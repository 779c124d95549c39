// The few movements a page makes by itself. Each works only where its markup stands; without
// JavaScript every page does the same work.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const say = (text) => {
  const live = document.getElementById("live");
  if (live && text) live.textContent = text;
};

// What just happened, or what must be mended, is read first.
document.querySelector("[data-focus]")?.focus();

// A second tap on a button sends nothing twice; the button itself stays as it was.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (Date.now() - (form.dataset.sentAt || 0) < 5000) {
    event.preventDefault();
    say(document.body.dataset.sending);
  } else {
    form.dataset.sentAt = Date.now();
  }
});
addEventListener("pageshow", () => all("form").forEach((form) => delete form.dataset.sentAt));

// Who signs out leaves nothing readable on this phone; what still waits to be sent is said first.
const tellWaiting = (notice, rows) => {
  const n = rows.filter(({ state }) => state === "waits").length;
  const words = (n === 1 ? notice.dataset.one : notice.dataset.more).replace("{n}", n);
  (notice.querySelector("span") ?? notice).textContent = words;
  notice.hidden = !n;
  if (n) say(words);
  return n > 0;
};
const signOut = async (form) => {
  const { leave, waiting } = await import(form.dataset.leave);
  const notice = form.querySelector("[data-waits]");
  if (notice.hidden && tellWaiting(notice, await waiting())) return;
  await Promise.race([leave(), new Promise((done) => setTimeout(done, 5000))]);
  form.submit();
};
for (const form of all("form[data-leave]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    signOut(form).catch(() => form.submit());
  });
}
// Who left this phone while there was no network is signed out by the first page that the server still gives.
const [leaving] = all("form[data-leave]");
if (leaving) {
  import(leaving.dataset.leave)
    .then((phone) => phone.signOut(leaving.action))
    .then((ended) => ended && location.assign(leaving.action))
    .catch(() => {});
}
// On the page to sign in nobody works here any more; on the list of signals what waits stands on top.
for (const notice of all("[data-left], [data-queue]")) {
  import(notice.dataset.left ?? notice.dataset.queue)
    .then(({ leave, waiting }) => (notice.dataset.left ? leave(null, null, true) : waiting()))
    .then((rows) => tellWaiting(notice, rows))
    .catch(() => {});
}

// Copy a text that must not be lost.
for (const button of all("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    const text = source.value ?? source.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // without https there is no clipboard: select the text and use the old command
      if (source.select) source.select();
      else getSelection().selectAllChildren(source);
      document.execCommand("copy");
      button.focus();
    }
    say(button.dataset.copied);
  });
}

// Light, dark, or as the system has it.
for (const choice of all("[data-theme-switch]")) {
  choice.hidden = false;
  choice.addEventListener("change", ({ target }) => {
    const secure = location.protocol === "https:" ? "; secure" : "";
    const age = target.value ? 31536000 : 0;
    document.cookie = `theme=${target.value}; path=/; max-age=${age}; samesite=lax${secure}`;
    if (target.value) document.documentElement.dataset.theme = target.value;
    else delete document.documentElement.dataset.theme;
  });
}

// An open menu closes with Escape, by a tap beside it and when the focus leaves it: it never lies over the focus.
const closeMenus = (except) => all("details.menu[open]").forEach((menu) => {
  if (menu !== except) menu.open = false;
});
for (const kind of ["click", "focusin"]) {
  document.addEventListener(kind, ({ target }) => closeMenus(target.closest("details.menu")));
}
document.addEventListener("keydown", (event) => {
  const menu = document.querySelector("details.menu[open]");
  if (event.key !== "Escape" || !menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// Two minutes before the session ends the page says so, and one key keeps it.
const warning = document.getElementById("session-warning");
const told = document.body.dataset;
const seconds = told.sessionEnds - told.now; // both by the server's clock
if (warning && seconds > 0 && seconds < 86400) {
  const [keep, close] = all("button", warning);
  const [text, gone] = all("p", warning);
  const others = new BroadcastChannel("session");
  let clock;
  let over;
  const start = (left) => {
    clearTimeout(clock);
    clearTimeout(over);
    clock = setTimeout(() => {
      keep.hidden = text.hidden = false;
      gone.hidden = true;
      warning.showModal();
      keep.focus();
    }, Math.max(0, left - 120) * 1000);
    over = setTimeout(ended, left * 1000);
  };
  const ended = () => {
    keep.hidden = text.hidden = true;
    gone.hidden = false;
    if (!warning.open) warning.showModal();
    say(gone.textContent);
  };
  // another tab that reached the server keeps this one alive too
  others.onmessage = ({ data }) => {
    warning.close();
    start(data);
  };
  keep.addEventListener("click", async () => {
    const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
    try {
      const reply = await fetch(document.body.dataset.stay, {
        method: "POST",
        headers: { "X-CSRFToken": token, Accept: "application/json" },
        redirect: "error",
      });
      if (!reply.ok) throw new Error(reply.status);
      const left = Number((await reply.json().catch(() => ({}))).seconds) || seconds;
      others.postMessage(left);
      start(left);
      warning.close();
    } catch {
      ended();
    }
  });
  close.addEventListener("click", () => warning.close());
  others.postMessage(seconds);
  start(seconds);
}

// A form in steps changes in place: the phone's own back button then goes one step back instead of to a
// page that is gone, and without a connection everything typed stays where it is.
const stepped = () => document.querySelector("form[data-step]");
const PARTS = ["main", ".phone-footer", ".site-header .brand"];
let depth = 0;
const remember = (how, url) => history[how]({ step: stepped()?.dataset.step, depth }, "", url);

const sendStep = async (form, fields, how) => {
  let reply;
  form.dataset.busy = "1";
  try {
    reply = await fetch(location.pathname, { method: "POST", body: new URLSearchParams(fields) });
  } catch {
    delete form.dataset.sentAt;
    delete form.dataset.busy;
    const notice = form.querySelector("[data-no-connection]");
    notice.hidden = false;
    notice.scrollIntoView({ block: "nearest" });
    return false;
  }
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  if (!reply.ok || !PARTS.every((part) => page.querySelector(part))) {
    // signed out, or worse: let the browser send it and show what comes
    if (fields.has("back")) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "back", value: fields.get("back") }));
    }
    form.submit();
    return true;
  }
  for (const part of PARTS) document.querySelector(part).replaceWith(page.querySelector(part));
  document.title = page.title;
  const further = how === "pushState" && stepped() && stepped().dataset.step !== form.dataset.step;
  if (further) depth += 1;
  remember(further ? how : "replaceState", stepped() ? location.pathname : reply.url);
  (document.querySelector("main [data-focus]") ?? document.querySelector("main")).focus({ preventScroll: true });
  scrollTo(0, 0);
  return true;
};

if (stepped()) {
  remember("replaceState");
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.dataset.step) return;
    event.preventDefault();
    if (event.submitter?.name === "back" && depth > 0) history.back();
    else sendStep(form, new FormData(form, event.submitter), event.submitter?.name === "back" ? "replaceState" : "pushState");
  });
  addEventListener("popstate", async ({ state }) => {
    const form = stepped();
    if (!state?.step) return;
    if (!form) location.reload();
    else if (form.dataset.busy) remember("pushState");
    else if (state.step !== form.dataset.step) {
      const fields = new FormData(form);
      const from = depth;
      if (state.depth < depth) fields.set("back", state.step);
      depth = state.depth;
      if (!(await sendStep(form, fields, "replaceState"))) {
        depth = from;
        remember("pushState");
      }
    }
  });
}
