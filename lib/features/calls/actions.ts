import { action, reader } from "@/lib/platform/door";
import type * as Input from "./input";
import type { CallChoices, CallView } from "./view";

type Changed = { id: string; version: number };

export const planCall = action<Input.PlanCall, Changed>("call.plan");
export const changeCall = action<Input.ChangeCall, Changed>("call.change");
export const debriefCall = action<Input.DebriefCall, Changed>("call.debrief");
export const cancelCall = action<Input.CancelCall, Changed>("call.cancel");
export const reopenCall = action<Input.CallChange, Changed>("call.reopen");
export const tickCallStep = action<Input.TickCallStep, Changed>("call.tick-step");
export const deleteCall = action<Input.CallChange, Changed>("call.delete");
export const restoreCall = action<Input.CallRef, Changed>("call.restore");

export const readCall = reader<Input.CallRef, CallView>("calls.read");
export const readCallChoices = reader<Input.CallChoicesFor, CallChoices>("calls.choices");
