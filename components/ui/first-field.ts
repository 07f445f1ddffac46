import { type RefObject, useRef } from "react";

const FIELD = "input:not([type=hidden]):not(:disabled), textarea:not(:disabled), select:not(:disabled)";

/**
 * What gets the focus when a dialog opens: its first field, so that typing goes where it is meant to. On touch the dialog
 * itself, because a field would raise the keyboard over what is to be read; without a field whatever is usual.
 */
export function useFirstField(): {
  body: RefObject<HTMLDivElement | null>;
  initialFocus: (openedBy: string) => HTMLElement | boolean;
} {
  const body = useRef<HTMLDivElement>(null);
  return {
    body,
    initialFocus: (openedBy) =>
      openedBy === "touch" || (body.current?.querySelector<HTMLElement>(FIELD) ?? true),
  };
}
