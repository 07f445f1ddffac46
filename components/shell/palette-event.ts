/** What can be opened from anywhere: the palette or the list of shortcuts. */
export type Overlay = "palette" | "keys";

const EVENT = "koers:overlay";

/** Opens the palette or the list of shortcuts; quiet where there is none. */
export function openOverlay(which: Overlay): void {
  window.dispatchEvent(new CustomEvent<Overlay>(EVENT, { detail: which }));
}

/** Hears when one is asked for; gives how to stop hearing. */
export function onOverlay(hear: (which: Overlay) => void): () => void {
  const listener = (event: Event) => hear((event as CustomEvent<Overlay>).detail);
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}
