import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Without this list the merge would take `text-caption` for a colour and drop it beside `text-ink-2`.
const merge = extendTailwindMerge({
  extend: {
    classGroups: {
      "font-size": [{ text: ["caption", "body", "body-strong", "lead", "title", "page", "figure"] }],
      shadow: [{ shadow: ["float", "lift"] }],
      rounded: [{ rounded: ["control", "card"] }],
    },
  },
});

/** Joins class names; a later utility wins over an earlier one of the same kind. */
export const cn = (...values: ClassValue[]): string => merge(clsx(values));
