"use client";

import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { useEffect, useEffectEvent, useState } from "react";
import { OUTCOMES } from "@/lib/domain/run/events";
import type { Target } from "./use-moves";

export type Drag = { readonly id: string; readonly over: Target | null };

function targetOf(data: Record<string | symbol, unknown> | undefined): Target | null {
  if (typeof data?.stageKey === "string") return { kind: "stage", stageKey: data.stageKey };
  const outcome = OUTCOMES.find((each) => each === data?.outcome);
  return outcome ? { kind: "outcome", outcome } : null;
}

/** The drag that is going on, and what it is over; `onDrop` hears where it ended. */
export function useDrag(onDrop: (id: string, target: Target) => void): Drag | null {
  const [drag, setDrag] = useState<Drag | null>(null);
  const dropped = useEffectEvent(onDrop);
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => typeof source.data.deal === "string",
        onDragStart: ({ source }) => setDrag({ id: String(source.data.deal), over: null }),
        onDropTargetChange: ({ source, location }) =>
          setDrag({
            id: String(source.data.deal),
            over: targetOf(location.current.dropTargets[0]?.data),
          }),
        onDrop: ({ source, location }) => {
          setDrag(null);
          const target = targetOf(location.current.dropTargets[0]?.data);
          if (target) dropped(String(source.data.deal), target);
        },
      }),
    [],
  );
  return drag;
}
