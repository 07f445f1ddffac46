import type { Tone } from "@/components/ui/badge";
import type { CallStanding } from "@/lib/domain/calls/standing";
import type { CallResult } from "@/lib/domain/calls/types";

/** How a call stands, and what came of it, beside their words. */
export const STANDING_TONE: Record<CallStanding, Tone> = {
  ahead: "neutral",
  now: "accent",
  ask: "warn",
  held: "good",
  cancelled: "neutral",
};
export const RESULT_TONE: Record<CallResult, Tone> = { yes: "good", partly: "info", no: "warn" };
