// Somebody stops working on this phone: nothing readable stays, and what was sealed waits for them.
import { tellOthers } from "./channel.js";
import { openDrafts, toConcept } from "./draft.js";
import { canSeal, forget, learn, me, recall, token } from "./me.js";
import { everything, find, inOrder, remove, together } from "./store.js";

export const waiting = async () => (await everything("queue")).filter((row) => row.state !== "sent");

// `typed` is what stands in the page now and `person` whose page it is, when it is the page itself that is left; `over`
// when the session has ended already. Else it is kept that the server must still end it. Returns what still waits.
export const leave = (typed, person, over) =>
  inOrder(async () => {
    const left = person ?? (await recall());
    const key = { ...left, ...(left && !canSeal(left) && (await learn(3e3)).person) };
    if (typed) await toConcept(key, typed);
    for (const draft of await openDrafts()) if (!left || draft.who === left.who) await toConcept(key, draft);
    await together(["queue", "me"], "readwrite", (queue, store) => {
      const now = store.get("me");
      now.onsuccess = () => {
        if (now.result?.who === left?.who) store.delete("me"); // somebody else may work here by now
      };
      if (over) store.delete("out");
      else if (left) store.put({ id: "out", who: left.who });
      const rows = queue.openCursor();
      rows.onsuccess = () => {
        const row = rows.result;
        if (row?.value.state === "sent") row.delete();
        row?.continue();
      };
    });
    forget();
    tellOthers({ left: left?.who });
    return waiting();
  });

// End the session at the server of who left this phone; whoever signed in since stays. True when it was ended now.
export async function signOut(address, found) {
  const out = await find("me", "out").catch(() => null);
  if (!out) return false;
  const { status, person } = found ?? (await learn());
  const theirs = status === "known" && person.who === out.who;
  if (status === "unreachable") throw new Error(status);
  if (theirs) {
    const headers = { "X-CSRFToken": token };
    const reply = await fetch(address, { method: "POST", headers, signal: AbortSignal.timeout(15e3) });
    if (!reply.ok) throw new Error(reply.status);
    forget();
  }
  await remove("me", "out");
  return theirs;
}
