// Somebody stops working on this phone: nothing readable stays, and what was sealed waits for them.
import { openDraft, toConcept } from "./draft.js";
import { canSeal, forget, learn, me, recall, remember } from "./me.js";
import { everything, inOrder, together } from "./store.js";

const others = globalThis.BroadcastChannel && new BroadcastChannel("signalering");
export const whenLeft = (act) => others?.addEventListener("message", act);
export const waiting = async () => (await everything("queue")).filter((row) => row.state !== "sent");

// `typed` is what stands in the page now, when it is the page itself that is left. Returns what still waits.
export const leave = (typed) =>
  inOrder(async () => {
    const person = await recall();
    const draft = typed ? { ...typed, who: person?.who } : await openDraft();
    if (draft && person && !canSeal(person)) {
      const found = await learn(3e3);
      if (found.person?.who === person.who) await remember(found.person);
    }
    await toConcept(me, draft);
    await together(["queue", "me"], "readwrite", (queue, store) => {
      store.delete("me");
      const rows = queue.openCursor();
      rows.onsuccess = () => {
        const row = rows.result;
        if (row?.value.state === "sent") row.delete();
        row?.continue();
      };
    });
    forget();
    others?.postMessage("left");
    return waiting();
  });
