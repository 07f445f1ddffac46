"use client";

import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";

/** Where a step would land: in a stage, before one of its steps or at its end. */
export type Spot = { readonly stageKey: string; readonly before: string | null };

/** Makes a card draggable, and a place above or below which another can be dropped. `next` is the step below it. */
export function useStepDrag(
  ref: RefObject<HTMLElement | null>,
  { stepKey, stageKey, next }: { stepKey: string; stageKey: string; next: string | null },
): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return combine(
      draggable({ element, getInitialData: () => ({ step: stepKey }) }),
      dropTargetForElements({
        element,
        getData: ({ input }) => {
          const { top, height } = element.getBoundingClientRect();
          return { stageKey, before: input.clientY < top + height / 2 ? stepKey : next };
        },
      }),
    );
  }, [ref, stepKey, stageKey, next]);
}

/** Makes a lane a place where a step can be dropped: at its end. */
export function useLaneDrop(ref: RefObject<HTMLElement | null>, stageKey: string): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return dropTargetForElements({ element, getData: () => ({ stageKey, before: null }) });
  }, [ref, stageKey]);
}

/** The place over which a step hovers now, or null; `onDrop` hears which step ended where. */
export function useDrag(onDrop: (stepKey: string, spot: Spot) => void): Spot | null {
  const [over, setOver] = useState<Spot | null>(null);
  const dropped = useEffectEvent(onDrop);
  useEffect(() => {
    const show = (spot: Spot | null) =>
      setOver((was) => (was?.stageKey === spot?.stageKey && was?.before === spot?.before ? was : spot));
    return monitorForElements({
      canMonitor: ({ source }) => typeof source.data.step === "string",
      onDrag: ({ location }) => show(spotOf(location.current.dropTargets[0]?.data)),
      onDropTargetChange: ({ location }) => show(spotOf(location.current.dropTargets[0]?.data)),
      onDrop: ({ source, location }) => {
        show(null);
        const spot = spotOf(location.current.dropTargets[0]?.data);
        if (spot) dropped(String(source.data.step), spot);
      },
    });
  }, []);
  return over;
}

function spotOf(data: Record<string | symbol, unknown> | undefined): Spot | null {
  if (typeof data?.stageKey !== "string") return null;
  return { stageKey: data.stageKey, before: typeof data.before === "string" ? data.before : null };
}
