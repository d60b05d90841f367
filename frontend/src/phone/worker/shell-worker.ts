/** Filled in by the build (vite.phone.config.ts): the page, what it is made of, and a name that changes with it. */
declare const SHELL: {
  readonly page: string;
  readonly prefix: string;
  readonly version: string;
  readonly paths: readonly string[];
};
declare const self: ServiceWorkerGlobalScope;

const NAME = SHELL.prefix + SHELL.version;
const HELD = new Set([SHELL.page, ...SHELL.paths]);

self.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

/** The page and its files, from the phone first: a network that hangs is worse than none. The rest is not ours. */
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin || !HELD.has(pathname)) return;
  event.respondWith(answer(event.request, pathname));
});

async function fill(): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.addAll([...HELD].map((path) => new Request(path, { cache: 'reload' })));
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(SHELL.prefix) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(NAME);
  return (await cache.match(pathname)) ?? (await fetch(request));
}

export {};
