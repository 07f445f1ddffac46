import { Toast } from "@base-ui/react/toast";

export type ToastData = { undo?: () => void };

/** The queue behind `notify`; the Toaster in the root layout shows it. */
export const toasts = Toast.createToastManager<ToastData>();

const UNDO_MS = 10_000;
const READ_MS = 6_000;

/**
 * Shows a short message at the bottom of the page. With `undo` it stays 10 seconds and Z takes the action back;
 * `tone: "bad"` stays until closed and is announced at once. Gives the id, for `dismiss`.
 */
export function notify(message: {
  title: string;
  text?: string;
  tone?: "good" | "bad";
  undo?: () => void;
  id?: string;
}): string {
  return toasts.add({
    id: message.id,
    title: message.title,
    description: message.text,
    type: message.tone,
    priority: message.tone === "bad" ? "high" : "low",
    timeout: message.undo ? UNDO_MS : message.tone === "bad" ? 0 : READ_MS,
    data: { undo: message.undo },
  });
}

/** Takes a message away before its time. */
export const dismiss = (id: string): void => toasts.close(id);
