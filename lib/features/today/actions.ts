import { action, reader } from "@/lib/platform/door";
import type * as Input from "./input";
import type { TodayList } from "./view";

export const readSteps = reader<Input.TodayPage, TodayList>("today.steps");
export const snoozeStep = action<Input.SnoozeStep, { id: string }>("today.snooze");
export const wakeStep = action<Input.WakeStep, { id: string }>("today.wake");
