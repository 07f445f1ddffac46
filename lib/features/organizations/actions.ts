import { action, reader } from "@/lib/platform/door";
import type { RemoveRate, SetOrganization, SetRate } from "./input";
import type { MeView } from "./view";

export const setOrganization = action<SetOrganization, { version: number }>("organization.set");
export const setRate = action<SetRate, { day: string }>("organization.set-rate");
export const removeRate = action<RemoveRate, { day: string }>("organization.remove-rate");

export const readMe = reader<Record<string, never>, MeView>("organization.me");
