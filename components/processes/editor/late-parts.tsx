"use client";

import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";
import { LateBoundary, PartMissing } from "./late-boundary";

type Late<P> = { readonly load: () => Promise<{ default: ComponentType<P> }>; known: ComponentType<P> };

const late = <P extends object>(load: Late<P>["load"]): Late<P> => ({ load, known: attempt(load) });

/** `lazy` keeps a failure for good, so a next attempt needs a new one. */
const attempt = <P extends object>(load: Late<P>["load"]): ComponentType<P> =>
  lazy(() =>
    load().catch((cause) => {
      throw new PartMissing(cause);
    }),
  );

/** Shows a part that is fetched when it is first wanted; where that fails it says so and offers to try again. */
function Shown<P extends object>({ part, props }: { part: Late<P>; props: P }) {
  const [Part, setPart] = useState(() => part.known);
  return (
    <LateBoundary
      onFailed={() => {
        part.known = attempt(part.load);
      }}
      onRetry={() => setPart(() => part.known)}
    >
      <Suspense>
        <Part {...props} />
      </Suspense>
    </LateBoundary>
  );
}

// The cards and dialogs beside the canvas: nobody needs them to see a process, so the page does not wait for them.
const panel = late(() => import("./panel"));
const severalPanel = late(() => import("./several-panel"));
const timingDialog = late(() => import("./timing-dialog"));
type PropsOf<L> = L extends Late<infer P> ? P : never;

export const Panel = (props: PropsOf<typeof panel>) => <Shown part={panel} props={props} />;
export const SeveralPanel = (props: PropsOf<typeof severalPanel>) => (
  <Shown part={severalPanel} props={props} />
);
export const TimingDialog = (props: PropsOf<typeof timingDialog>) => (
  <Shown part={timingDialog} props={props} />
);

const SIGNS = ["pointermove", "pointerdown", "keydown"] as const;

/** Fetches them at the first sign of a hand, so that they are there when they are wanted, also without a connection. */
export function useLateParts(): void {
  useEffect(() => {
    const fetchAll = () => {
      leave();
      for (const { load } of [panel, severalPanel, timingDialog]) void load().catch(() => undefined);
    };
    const leave = () => {
      for (const sign of SIGNS) window.removeEventListener(sign, fetchAll);
    };
    for (const sign of SIGNS) window.addEventListener(sign, fetchAll);
    return leave;
  }, []);
}
