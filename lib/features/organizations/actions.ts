import { action } from "@/lib/platform/door";
import type { RemoveRate, SetOrganization, SetRate } from "./input";

export const setOrganization = action<SetOrganization, { version: number }>("organization.set");
export const setRate = action<SetRate, { day: string }>("organization.set-rate");
export const removeRate = action<RemoveRate, { day: string }>("organization.remove-rate");
