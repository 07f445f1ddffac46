/** Says that the page at `path` shall open without a connection; `stamp` changes whenever that page would look different. */
export async function keepShell(path: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const { lang, dataset } = document.documentElement;
  const script = document.querySelector<HTMLScriptElement>('script[src*="/_next/static/"]');
  const stamp = [lang, dataset.theme ?? "", script?.getAttribute("src") ?? ""].join(" ");
  // It is asked for anew by the browser at every visit, so a new one takes over by itself.
  await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ type: "keep", path, stamp });
}

/** Nothing of the page stays on this device. The name is the one that `public/sw.js` keeps it under. */
export async function forgetShell(): Promise<void> {
  if ("caches" in globalThis) await caches.delete("koers-shell");
}
