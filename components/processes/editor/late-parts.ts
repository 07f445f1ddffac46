"use client";

import { lazy, useEffect } from "react";

const parts = [
  () => import("./panel"),
  () => import("./several-panel"),
  () => import("./timing-dialog"),
] as const;

// The cards and dialogs beside the canvas: nobody needs them to see a process, so the page does not wait for them.
export const Panel = lazy(parts[0]);
export const SeveralPanel = lazy(parts[1]);
export const TimingDialog = lazy(parts[2]);

const SIGNS = ["pointermove", "pointerdown", "keydown"] as const;

/** Fetches them at the first sign of a hand, so that they are there when they are wanted, also without a connection. */
export function useLateParts(): void {
  useEffect(() => {
    const fetchAll = () => {
      leave();
      for (const part of parts) void part().catch(() => undefined);
    };
    const leave = () => {
      for (const sign of SIGNS) window.removeEventListener(sign, fetchAll);
    };
    for (const sign of SIGNS) window.addEventListener(sign, fetchAll);
    return leave;
  }, []);
}
