"use client";

import { useEffect, useState } from "react";

const listeners = new Set<(text: string) => void>();

/** Says a sentence to assistive technology without moving the focus: "Acme moved to Proposal, 2 of 9." */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

/** The place that `announce` speaks through; the root layout has one. */
export function LiveRegion() {
  const [spoken, setSpoken] = useState({ text: "", count: 0 });
  useEffect(() => {
    const listener = (text: string) => setSpoken(({ count }) => ({ text, count: count + 1 }));
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {/* A new key makes a repeated sentence heard again. */}
      <span key={spoken.count}>{spoken.text}</span>
    </div>
  );
}
