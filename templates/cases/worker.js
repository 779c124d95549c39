// Keeps one empty page and its files on the phone, and nothing else. It never takes over while a page is open.
const KEPT = "{{ kept|default:"signalering" }}-{{ version }}";
const PAGES = {{ pages|safe }};
const FILES = {{ files|safe }};
const here = (request) => new URL(request.url).pathname;

// The page as nobody gets it, and only when it belongs to these files.
async function keepPage(path) {
  const reply = await fetch(path, { cache: "no-cache", credentials: "omit", redirect: "error" });
  if (!reply.ok || reply.headers.get("x-version") !== "{{ version }}") throw new Error(path);
  await (await caches.open(KEPT)).put(path, reply);
}

// The files come from the browser's own cache where it has them.
async function keepFiles() {
  await (await caches.open(KEPT)).addAll(FILES.map((file) => new Request(file, { redirect: "error" })));
}

// The first page always; another language when somebody uses it.
async function pagesInUse() {
  const open = (await clients.matchAll({ includeUncontrolled: true })).map((client) => new URL(client.url).pathname);
  const used = await Promise.all(PAGES.map(async (path) => open.includes(path) || (await caches.match(path))));
  return PAGES.filter((path, number) => !number || used[number]);
}

async function install() {
  await keepFiles();
  await Promise.all((await pagesInUse()).map(keepPage));
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith("{{ kept|default:"signalering" }}-") && name !== KEPT);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(event) {
  const path = here(event.request);
  const kept = await (await caches.open(KEPT)).match(path);
  if (kept) return kept;
  if (PAGES.includes(path)) event.waitUntil(keepPage(path).catch(() => {}));
  return fetch(event.request).catch((error) => {
    if (event.request.mode !== "navigate" || path === PAGES[0]) throw error;
    return Response.redirect(PAGES[0]);
  });
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const ours = new URL(request.url).origin === location.origin && request.method === "GET";
  if (ours && (request.mode === "navigate" || FILES.includes(here(request)))) event.respondWith(answer(event));
});
