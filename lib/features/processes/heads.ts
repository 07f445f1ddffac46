import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import type { WorkWeek } from "@/lib/domain/process/hand-overs";
import type { Day } from "@/lib/domain/shared/day";
import type { Ctx } from "@/lib/platform/context";
import { dayIn } from "@/lib/platform/day-in";
import type { Tx } from "@/lib/platform/db/tenant";
import { findProcess, type ProcessRow } from "./store";
import { findDraft, hasSealed, type VersionRow } from "./store-versions";
import type { OwnerName, ProcessHead } from "./view";

/** What every page of a process shows in its head. */
export function headOf(process: ProcessRow, roles: readonly OwnerName[]): ProcessHead {
  const { id, name, category, style, version, archived } = process;
  const role = roles.find((one) => one.id === process.commercialRoleId);
  return { id, name, category, style, version, archived, role: role ? ownerName(role) : null };
}

/** Only what a page needs of a role or department. */
export const ownerName = ({ id, name }: OwnerName): OwnerName => ({ id, name });

/** The day a version was published, in the organisation's time zone. */
export const publishedOn = (ctx: Ctx, version: Pick<VersionRow, "publishedAt">): Day | null =>
  version.publishedAt && dayIn(ctx.org.timeZone, version.publishedAt);

/** Whether this member may change processes at all; the buttons follow it, the commands decide. */
export const mayEdit = (ctx: Ctx): boolean => reach(ctx.member.role, "process.edit") !== null;

/** The draft, for who may change it. Everybody else sees what was published: what is still being drawn is nobody's process yet. */
export const visibleDraft = async (tx: Tx, ctx: Ctx, processId: string): Promise<VersionRow | null> =>
  mayEdit(ctx) ? findDraft(tx, ctx, processId) : null;

/** The process, unless it is still being drawn for the first time and that is none of this member's business; or null. */
export async function findReadable(tx: Tx, ctx: Ctx, processId: string): Promise<ProcessRow | null> {
  const process = await findProcess(tx, ctx, processId);
  return process && (mayEdit(ctx) || (await hasSealed(tx, ctx, processId))) ? process : null;
}

/** Versions on which deals are open, newest first. */
export const dealsPerVersion = (
  versions: readonly { readonly id: string; readonly number: number | null }[],
  open: ReadonlyMap<string, number>,
) =>
  versions
    .map(({ id, number }) => ({ number, open: open.get(id) ?? 0 }))
    .filter((version) => version.open > 0);

/** How much an organisation works, for the clock of hand-overs. */
export function weekOf({ org }: Pick<Ctx, "org">): WorkWeek {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return {
    hoursPerDay: (minutes(org.workUntil) - minutes(org.workFrom)) / 60,
    daysPerWeek: org.workingDays.length,
  };
}
