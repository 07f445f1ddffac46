import { cn } from "@/components/ui/cn";
import type { ChangedThing } from "./changed-things";

/** The number of a change as on the line: filled when added, dashed when removed, a ring otherwise. */
export function ChangeBadge({ number, how }: Pick<ChangedThing, "number" | "how">) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "tnum inline-flex size-5 shrink-0 items-center justify-center rounded-full border-2 text-caption font-semibold",
        how === "added" && "border-accent bg-accent text-on-accent",
        how === "removed" && "border-dashed border-ink-2 text-ink-2",
        how === "changed" && "border-accent text-accent",
      )}
    >
      {number}
    </span>
  );
}
