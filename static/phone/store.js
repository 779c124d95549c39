// What this phone keeps: `queue` (sealed signals), `draft` (one, encrypted) and `me` (who works here).
// One connection for each piece of work, tried once more: iOS drops connections.

const STORES = ["queue", "draft", "me"];

const connect = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("signalering", 1);
    request.onupgradeneeded = () => {
      for (const name of STORES) request.result.createObjectStore(name, { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const carryOut = (database, names, mode, work) =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction(names, mode, { durability: "strict" });
    const request = work(...names.map((name) => transaction.objectStore(name)));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onabort = () => reject(transaction.error);
  });

// Do this in one transaction over these stores; what the last request found, once everything is on the disk.
export async function together(names, mode, work, again = true) {
  let database;
  try {
    database = await connect();
    return await carryOut(database, names, mode, work);
  } catch (error) {
    if (again && error?.name !== "QuotaExceededError") return together(names, mode, work, false);
    throw error;
  } finally {
    database?.close();
  }
}

export const find = (name, id) => together([name], "readonly", (store) => store.get(id));
export const everything = (name) => together([name], "readonly", (store) => store.getAll());
export const put = (name, row) => together([name], "readwrite", (store) => store.put(row));
export const remove = (name, id) => together([name], "readwrite", (store) => store.delete(id));

// Work on the draft happens in the order in which it was asked for, over all open pages of this phone: no save may
// come after the key has gone.
let last = Promise.resolve();
export const inOrder = (work) => {
  if (navigator.locks) return navigator.locks.request("draft", work);
  last = last.then(work, work);
  return last;
};

// Where a test stops the clock; nobody else sets it.
export const pause = (point) => globalThis.pauseAt?.(point);
