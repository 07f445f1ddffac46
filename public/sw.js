/*
 * Lets one page open without a connection: the log screen, whose HTML holds nothing of anybody. Everything goes to the
 * network first and is answered from here only when there is none; nothing else is ever kept, and no answer of the API is
 * touched. What is kept was fetched together, so an old page never meets new scripts.
 */
const CACHE = "koers-shell";
const STAMP = "/koers-shell-stamp";
const ASSET = /\/_next\/static\/[^"'\\\s)<>]+/g;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const { type, path, stamp } = event.data ?? {};
  if (type === "keep") event.waitUntil(keep(path, stamp).catch(() => undefined));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" || request.destination === "document")
    event.respondWith(fetch(request).catch(() => pageWithout(url)));
  else if (url.pathname.startsWith("/_next/static/"))
    event.respondWith(fetch(request).catch(async () => (await kept(request)) ?? Response.error()));
});

const kept = async (request) => (await caches.open(CACHE)).match(request, { ignoreSearch: true });

/** The kept page at its own address; from any other address the way leads there. */
async function pageWithout(url) {
  const page = await kept(url.pathname);
  if (page && !url.pathname.startsWith("/_next/")) return page;
  const stamp = await kept(STAMP);
  return stamp ? Response.redirect((await stamp.json()).path, 302) : Response.error();
}

/** Fetches the page with everything it is made of, and puts it in the place of what was kept before. */
async function keep(path, stamp) {
  const cache = await caches.open(CACHE);
  const before = await cache.match(STAMP);
  if (before && (await before.json()).stamp === stamp && (await cache.match(path))) return;
  const page = await fetch(path, { cache: "no-store", credentials: "same-origin" });
  if (!page.ok || page.redirected) return;
  const texts = [await page.clone().text()];
  const assets = new Map();
  for (let at = 0; at < texts.length; at++) {
    for (const [address] of texts[at].matchAll(ASSET)) {
      if (assets.has(address)) continue;
      const asset = await fetch(address);
      if (!asset.ok) continue;
      assets.set(address, asset.clone());
      // Style sheets name the fonts, relative to themselves.
      if (address.endsWith(".css"))
        texts.push(
          (await asset.text()).replace(
            /url\(["']?([^"')]+)["']?\)/g,
            (_, to) => ` ${new URL(to, new URL(address, self.location.origin)).pathname} `,
          ),
        );
    }
  }
  await caches.delete(CACHE);
  const fresh = await caches.open(CACHE);
  await Promise.all([...assets].map(([address, asset]) => fresh.put(address, asset)));
  await fresh.put(path, page);
  await fresh.put(STAMP, new Response(JSON.stringify({ path, stamp })));
}
