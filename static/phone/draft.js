// What somebody is typing, encrypted under a key of its own. The key is a file: to remove a file removes its bytes,
// which a database does not do. Where such a file cannot be written a draft lives in memory only.
import { fromBase64, plainText, random, utf8 } from "./bytes.js";
import { seal } from "./hpke.js";
import { canSeal } from "./me.js";
import { find, pause, together } from "./store.js";

const FILE = "draft-key";
const BLOCK = 512;
export const DAY = 24 * 3600e3;

const canKeep = () => "createWritable" in (globalThis.FileSystemFileHandle?.prototype ?? {});
const folder = () => navigator.storage.getDirectory();
const imported = (raw) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
const cipher = (row) => ({ name: "AES-GCM", iv: row.iv, additionalData: utf8(row.sid + row.who) });

async function keyFile() {
  const handle = await (await folder()).getFileHandle(FILE);
  return imported(await (await handle.getFile()).arrayBuffer());
}

async function newKeyFile() {
  const raw = random(32);
  const handle = await (await folder()).getFileHandle(FILE, { create: true });
  const file = await handle.createWritable();
  await file.write(raw);
  await file.close();
  return imported(raw);
}

// Without its key nobody can read the draft again.
export async function shred() {
  try {
    await (await folder()).removeEntry(FILE);
  } catch {
    // it was not there
  }
}

// Keep what was typed, while the person it belongs to still works on this phone.
export async function keepDraft(person, draft) {
  if (!canKeep() || person.shared) return;
  const before = await find("draft", "draft");
  let key;
  try {
    key = before?.sid === draft.sid ? await keyFile() : await newKeyFile();
  } catch {
    key = await newKeyFile();
  }
  const row = { id: "draft", sid: draft.sid, who: person.who, started: draft.started, iv: random(12) };
  row.box = await crypto.subtle.encrypt(cipher(row), key, utf8(JSON.stringify(draft)));
  await pause("before-draft");
  let kept = false;
  await together(["me", "draft"], "readwrite", (me, drafts) => {
    const found = me.get("me");
    found.onsuccess = () => {
      kept = found.result?.who === person.who;
      if (kept) drafts.put(row);
    };
  });
  if (!kept) await shred();
  await pause("draft");
}

// The draft of this phone in plain words, with whose it is; null when there is none or its key has gone.
export async function openDraft() {
  const row = await find("draft", "draft");
  if (!row) {
    await shred();
    return null;
  }
  try {
    const plain = await crypto.subtle.decrypt(cipher(row), await keyFile(), row.box);
    return { ...JSON.parse(plainText(plain)), who: row.who };
  } catch {
    await dropDraft();
    return null;
  }
}

export async function dropDraft() {
  await together(["draft"], "readwrite", (drafts) => drafts.clear());
  await shred();
}

// JSON does not mind spaces behind it, and they hide how long a signal is.
function padded(content) {
  const plain = utf8(JSON.stringify(content));
  const whole = new Uint8Array((Math.floor(plain.length / BLOCK) + 1) * BLOCK).fill(32);
  whole.set(plain);
  return whole;
}

// A signal or a concept that from now on only the server can read.
export async function sealed(person, id, kind, content) {
  const info = utf8(["signaal1", id, person.kid, person.who].join("\n"));
  const box = await seal(fromBase64(person.pub), info, padded({ v: 1, kind, ...content }));
  const { theme, words: name } = content;
  return { id, kind, theme, name, box, who: person.who, kid: person.kid, sealed: new Date().toISOString(), state: "waits" };
}

// Put something sealed in the queue; the draft it was goes in the same stroke, and its key after it.
export async function handOver(row) {
  await pause("before-queue");
  await together(["queue", "draft"], "readwrite", (queue, drafts) => {
    queue.put(row);
    drafts.clear();
  });
  await pause("queued");
  await shred();
  await pause("shredded");
}

const TELLS_NOTHING = new Set(["theme", "urgency", "observed_at", "words"]);
const tells = (content) => Object.keys(content).some((name) => !TELLS_NOTHING.has(name));

// A draft that must go is first sealed in the name of its writer, who alone can open it later.
export async function toConcept(person, draft) {
  if (draft && person?.who === draft.who && canSeal(person) && tells(draft.content)) {
    await handOver(await sealed(person, draft.sid, "concept", draft.content));
  } else {
    await dropDraft();
  }
}
