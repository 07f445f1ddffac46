export type Message = {
  title: string;
  text?: string;
  /** `bad` stays until it is closed and is announced at once. */
  tone?: "good" | "bad";
  /** Takes the action back; the message then stays 10 seconds and Z does it too. */
  undo?: () => void;
  /** What `undo` takes back, where the message tells of more than that; else the button says "Undo". */
  undoLabel?: string;
  /** A message with the id of one on screen replaces it. */
  id?: string;
};

type Order = { show: Message & { id: string } } | { close: string };

const waiting: Order[] = [];
let screen: ((order: Order) => void) | null = null;
let wake: (() => void) | null = null;
let count = 0;

function send(order: Order): void {
  if (screen) {
    screen(order);
  } else {
    waiting.push(order);
    wake?.();
  }
}

/** Shows a short message at the bottom of the page; gives its id, for `dismiss`. */
export function notify(message: Message): string {
  count += 1;
  const id = message.id ?? `message-${count}`;
  send({ show: { ...message, id } });
  return id;
}

/** Takes a message away before its time. */
export const dismiss = (id: string): void => send({ close: id });

/** The screen that shows messages takes over, with those that waited for it. Gives the way to leave. */
export function takeMessages(show: (order: Order) => void): () => void {
  screen = show;
  for (const order of waiting.splice(0)) show(order);
  return () => {
    screen = null;
  };
}

/** Calls `load` when the first message waits for a screen, at once when one already does. */
export function onFirstMessage(load: () => void): () => void {
  wake = load;
  if (waiting.length > 0) load();
  return () => {
    wake = null;
  };
}
