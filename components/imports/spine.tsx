import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type StepState = "done" | "here" | "ahead";

/** The steps of an import as the stations of a route: solid behind, dotted ahead. */
export function Spine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {children}
    </ol>
  );
}

/** One station with its card beside it. */
export function SpineStep({
  state,
  last = false,
  children,
}: {
  state: StepState;
  last?: boolean;
  children: ReactNode;
}) {
  return (
    <li aria-current={state === "here" ? "step" : undefined} className="flex gap-2.5 sm:gap-3.5">
      <span aria-hidden="true" className="relative flex w-6 shrink-0 justify-center sm:w-7" data-forced-mark>
        {!last && (
          <span
            className={cn(
              "absolute top-6 -bottom-6",
              state === "done" ? "w-[5px] bg-accent" : "border-l-[3px] border-dotted border-accent",
            )}
          />
        )}
        <Station state={state} />
      </span>
      <div className="min-w-0 flex-1 pb-4">{children}</div>
    </li>
  );
}

function Station({ state }: { state: StepState }) {
  return (
    <span
      className={cn(
        "relative mt-5 flex size-5 items-center justify-center rounded-full border-[3px] border-accent bg-surface text-accent",
        state === "here" && "border-here bg-here ring-2 ring-here/40 ring-offset-2 ring-offset-canvas",
      )}
    >
      {state === "done" && <Check className="size-3" strokeWidth={4} />}
    </span>
  );
}
