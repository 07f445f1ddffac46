const places = new Map<string, DOMRect>();

const cardElement = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);

/** Remembers where a card is, so that it can slide to where it is drawn next. */
export function rememberPlace(id: string): void {
  const element = cardElement(id);
  if (element) places.set(id, element.getBoundingClientRect());
}

/** Slides a card that was just drawn from where it was remembered. Nothing moves for whoever asked for less motion. */
export function slideIn(id: string, element: HTMLElement): void {
  const from = places.get(id);
  places.delete(id);
  if (!from || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const to = element.getBoundingClientRect();
  const shift = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
  element.animate([{ transform: shift }, { transform: "none" }], { duration: 180, easing: "ease-out" });
}

/** How many frames a card may take to be drawn in its new place. */
const FRAMES = 30;

/** Puts the focus on a card, and again while being drawn elsewhere takes it away. Never takes it from anything else. */
export function focusCard(id: string): void {
  const look = (left: number) => {
    const lost =
      left === FRAMES || document.activeElement === null || document.activeElement === document.body;
    if (lost) cardElement(id)?.querySelector<HTMLElement>("a")?.focus();
    if (left > 0) requestAnimationFrame(() => look(left - 1));
  };
  requestAnimationFrame(() => look(FRAMES));
}

/** Puts the focus on the heading of a lane, as soon as it is drawn. */
export function focusLane(key: string): void {
  const look = (left: number) => {
    const head = document.querySelector<HTMLElement>(`[data-lane-head="${CSS.escape(key)}"]`);
    if (head) head.focus();
    else if (left > 0) requestAnimationFrame(() => look(left - 1));
  };
  look(FRAMES);
}
