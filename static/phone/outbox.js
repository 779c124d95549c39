// What waits to be sent. A row leaves this phone's care only when the server says its key back.
import { toBase64 } from "./bytes.js";
import { DAY } from "./draft.js";
import { ask, me, mine, remember, ticket, token } from "./me.js";
import { everything, pause, put, remove } from "./store.js";

const ADDRESS = "/telefoon/signaal/";
const FIRST_PAUSE = 2e3;
const LONGEST_PAUSE = 300e3;
const REFUSED = [400, 403, 410, 413]; // it does not open, is not yours, its key is gone, it is too large

let patience = FIRST_PAUSE;
let timer;
let busy = false;
let cameMore = false; // something was handed in meanwhile
export let lately = ""; // "" | "later" (no network, or no answer) | "busy" (another page sends) | "ticket" (sign in again)

async function send(row, key) {
  const { id, kid, who, kind, sealed } = row;
  const body = { v: 1, id, kid, who, kind, sealed, sent: new Date().toISOString(), box: toBase64(row.box) };
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${key}` };
  return ask(ADDRESS, { method: "POST", credentials: "omit", headers, body: JSON.stringify(body) }, 60e3);
}

// Sends one row; "sent", "help", "ticket" (a new one is needed), "later" or, when nothing may be sent now, "stop".
async function deliver(row, key) {
  await pause("before-send");
  const [reply, told] = await send(row, key);
  await pause("replied");
  const ours = told?.id === row.id; // neither a portal nor a log-in page says the key back
  if (ours && [201, 409].includes(reply.status)) {
    const { id, kind, who, theme, sealed } = row;
    const at = new Date().toISOString();
    await put("queue", { id, kind, who, theme, sealed, at, state: "sent", name: told.name ?? row.name });
    await remember({ lastSent: at });
    return "sent";
  }
  if (ours && REFUSED.includes(reply.status)) {
    await put("queue", { ...row, state: "help", why: told.reason });
    return "help";
  }
  if (reply.status === 401 && told) return "ticket";
  patience = Math.max(patience, (Number(reply.headers.get("retry-after")) || 0) * 1e3);
  return reply.status === 429 ? "stop" : "later";
}

// One after the other; what the server fails on holds up nothing but what mends it.
async function sendAll() {
  const rows = (await everything("queue")).filter((row) => mine(row) && row.state === "waits");
  rows.sort((one, other) => (one.sealed < other.sealed ? -1 : 1)); // what mends an earlier one comes after it
  let key = rows.length || token ? await ticket() : null; // later there may be no session to ask it with
  const held = [];
  for (const row of rows) {
    if (!key) return "ticket";
    if (held.includes(row.corrects)) continue;
    let outcome = await deliver(row, key);
    if (outcome === "ticket") {
      key = await ticket(true);
      if (key) outcome = await deliver(row, key);
    }
    if (outcome === "ticket") return "ticket";
    if (outcome === "stop") return "later";
    if (outcome === "later") held.push(row.id);
  }
  if (held.length) return "later";
  patience = FIRST_PAUSE;
  return "";
}

// Try to send everything; what does not get through is tried again, ever more slowly. `changed` paints the page.
export async function flush(changed) {
  cameMore = busy;
  if (busy || !me) return;
  busy = true;
  clearTimeout(timer);
  try {
    const alone = (work) => navigator.locks?.request("send", { ifAvailable: true }, (lock) => (lock ? work() : "busy"));
    lately = await (navigator.locks ? alone(sendAll) : sendAll());
  } catch {
    lately = "later";
  }
  busy = false;
  if (lately === "later" || lately === "busy") {
    timer = setTimeout(() => flush(changed), patience * (1 + Math.random() / 2)); // never before a server asks for it
  }
  if (lately === "later") patience = Math.min(patience * 2, LONGEST_PAUSE);
  else if (!lately && cameMore) return flush(changed);
  await changed();
}

// What was sent a day ago has been seen.
export async function tidy() {
  for (const row of await everything("queue")) {
    if (row.state === "sent" && Date.parse(row.at) < Date.now() - DAY) await remove("queue", row.id);
  }
}
