// What somebody is typing, encrypted under a key of its own. The key is a file: to remove a file removes its bytes,
// which a database does not do. Where such a file cannot be written a draft lives in memory only.
import { fromBase64, plainText, random, utf8 } from "./bytes.js";
import { tellOthers } from "./channel.js";
import { seal } from "./hpke.js";
import { everything, pause, remove, together } from "./store.js";

const BLOCK = 512;
export const DAY = 24 * 3600e3;

const canKeep = () => "createWritable" in (globalThis.FileSystemFileHandle?.prototype ?? {});
const folder = () => navigator.storage.getDirectory();
const fileOf = (id) => `${id}-key`;
const imported = (raw) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
const cipher = (row) => ({ name: "AES-GCM", iv: row.iv, additionalData: utf8(row.sid + row.who) });

async function keyFile(id) {
  const handle = await (await folder()).getFileHandle(fileOf(id));
  return imported(await (await handle.getFile()).arrayBuffer());
}

async function newKeyFile(id) {
  const raw = random(32);
  const handle = await (await folder()).getFileHandle(fileOf(id), { create: true });
  const file = await handle.createWritable();
  await file.write(raw);
  await file.close();
  return imported(raw);
}

// Without its key nobody can read a draft again.
async function shred(name) {
  try {
    await (await folder()).removeEntry(name);
  } catch {
    // it was not there
  }
}

// A key without a draft is what a page left that was stopped halfway.
async function shredLoose(rows) {
  const used = rows.map(({ id }) => fileOf(id));
  try {
    for await (const name of (await folder()).keys()) if (!used.includes(name)) await shred(name);
  } catch {
    // this phone has no such files
  }
}

// Keep what was typed, while the person it belongs to still works on this phone and nobody sealed it meanwhile.
export async function keepDraft(person, draft) {
  if (!canKeep() || person.shared) return;
  const { sid, started } = draft;
  const key = await keyFile(sid).catch(() => newKeyFile(sid));
  const row = { id: sid, sid, who: person.who, started, iv: random(12) };
  row.box = await crypto.subtle.encrypt(cipher(row), key, utf8(JSON.stringify(draft)));
  await pause("before-draft");
  let kept = false;
  await together(["me", "queue", "draft"], "readwrite", (me, queue, drafts) => {
    const known = me.get("me");
    const sealedBefore = queue.get(sid);
    sealedBefore.onsuccess = () => {
      kept = known.result?.who === person.who && !sealedBefore.result;
      if (kept) drafts.put(row);
    };
  });
  if (!kept) await shred(fileOf(sid));
  await pause("draft");
}

// The drafts of this phone in plain words, with whose they are, the newest first; one whose key has gone goes too.
export async function openDrafts() {
  const rows = await everything("draft");
  const found = [];
  for (const row of rows) {
    try {
      const plain = await crypto.subtle.decrypt(cipher(row), await keyFile(row.id), row.box);
      found.push({ ...JSON.parse(plainText(plain)), id: row.id, who: row.who });
    } catch {
      await dropDraft(row.id);
    }
  }
  await shredLoose(rows);
  return found.sort((one, other) => other.started - one.started);
}

export async function dropDraft(id) {
  await remove("draft", id);
  tellOthers({ gone: id });
  await shred(fileOf(id));
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

// Seal a draft with this key and put it in the queue; the draft goes in the same stroke, and its key after it. What was
// sealed of it before stays as it is: then this gets a key of its own, unless it is a concept that tells nothing new.
export async function handOver(key, kind, draft, sid = draft.sid) {
  const { id = draft.sid, who, content } = draft;
  const row = await sealed({ ...key, who }, sid, kind, content);
  await pause("before-queue");
  try {
    await together(["queue", "draft"], "readwrite", (queue, drafts) => {
      queue.add(row);
      drafts.delete(id);
    });
  } catch (error) {
    if (error?.name !== "ConstraintError") throw error;
    return kind === "signal" || draft.touched ? handOver(key, kind, draft, crypto.randomUUID()) : dropDraft(id);
  }
  tellOthers({ gone: id });
  await pause("queued");
  await shred(fileOf(id));
  await pause("shredded");
  return sid;
}

const TELLS_NOTHING = new Set(["theme", "urgency", "observed_at", "words"]);
const tells = (content) => Object.keys(content).some((name) => !TELLS_NOTHING.has(name));

// A draft that must go is first sealed in the name of its writer, who alone can open it later; to the newest key that
// is known here, also when that is past its time: the server still opens it for a while, and nothing else would be left.
export async function toConcept(key, draft) {
  if (key?.pub && tells(draft.content)) await handOver(key, "concept", draft);
  else await dropDraft(draft.id ?? draft.sid);
}
