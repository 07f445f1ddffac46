import type { ReactNode } from "react";

/** A question over its answers. A Field would give each answer the name of the question. */
export function Question({ text, hint, children }: { text: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-caption text-ink-2">{text}</legend>
      {children}
      {hint && <p className="text-caption font-normal text-ink-3">{hint}</p>}
    </fieldset>
  );
}
