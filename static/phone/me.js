// Who works on this phone: learned from the server, kept for when there is no network.
import { find, together } from "./store.js";

const START = "/telefoon/start/";
const TICKET = "/telefoon/kaartje/";
const WEEK = 7 * 24 * 3600e3;

export let me = null;
export let token = ""; // against forged requests, of the session of now

// A reply that is JSON of ours; anything else (a portal, a log-in page) is no reply.
export async function ask(address, options = {}, patience = 15e3) {
  const reply = await fetch(address, {
    cache: "no-store",
    redirect: "error",
    signal: AbortSignal.timeout(patience),
    ...options,
  });
  const kind = reply.headers.get("content-type") ?? "";
  const told = kind.startsWith("application/json") ? await reply.json().catch(() => null) : null;
  if (told?.now) told.ahead = Date.now() - Date.parse(told.now); // so much the clock of this phone is wrong
  return [reply, told];
}

// "me" is who signed in on this phone; "shop" is the shop whose phone this is, which signs in nowhere.
export const recall = async (id = "me") => (me = (await find("me", id)) ?? null);
export const mine = (row) => Boolean(me) && row.who === me.who;
const lasts = (until, { ahead = 0 }) => Date.parse(until) > Date.now() - ahead;
export const canSeal = (person) => Boolean(person) && lasts(person.until, person);
// On a shared phone nobody works longer than the session lasts, also without network.
export const ended = () => Boolean(me?.session_until) && !lasts(me.session_until, me);

// Who left meanwhile, on another page, is not put back.
export async function remember(changes) {
  const known = me;
  if (!known && !changes.who) return;
  me = { ...me, ...changes };
  try {
    await together(["me"], "readwrite", (store) => {
      const row = store.get(me.id);
      row.onsuccess = () => (known && !row.result) || store.put(me);
    });
  } catch {
    // this phone keeps nothing: then for as long as the page is open
  }
}

export function forget() {
  me = null;
  token = "";
}

// Ask the server who this is. {status: "known" | "signed_out" | "not_for_you" | "unreachable", person}; of who is signed
// out there is only the key of now, to put away with what they left.
export async function learn(patience) {
  try {
    const [reply, told] = await ask(START, {}, patience);
    const { csrf, now, reason, ...person } = told ?? {};
    if (reply.status === 200 && person.who) {
      token = csrf;
      return { status: "known", person: { ...person, id: "me" } };
    }
    if (reply.status === 401 && told) return { status: "signed_out", person };
    if (reply.status === 403 && told) return { status: "not_for_you" };
  } catch {
    // no network, or a network that answers something else
  }
  return { status: "unreachable" };
}

const post = (address) => ask(address, { method: "POST", headers: { "X-CSRFToken": token } });

// A ticket to send with; renewed while somebody is signed in. Null when there is none.
export async function ticket(anew = false) {
  if (me.id === "shop") return anew ? null : me.ticket;
  const left = Date.parse(me.ticketUntil ?? 0) - Date.now();
  if (!anew && me.ticket && left > WEEK) return me.ticket;
  const usable = anew ? null : me.ticket; // the server says when it is over
  try {
    if (!token) {
      const found = await learn();
      if (found.person?.who !== me.who) return usable;
    }
    const [reply, told] = await post(TICKET);
    if (reply.status !== 201 || !told?.ticket) {
      token = "";
      return usable;
    }
    await remember({ ticket: told.ticket, ticketUntil: told.until });
    return told.ticket;
  } catch {
    if (usable) return usable;
    throw new Error("no ticket");
  }
}
