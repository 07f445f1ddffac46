import { emptyDocument, newStage } from "@/lib/domain/process/blank";
import { compile } from "@/lib/domain/process/compile";
import type { ProcessDocument, Stage } from "@/lib/domain/process/types";
import { versionsIn } from "@/lib/domain/run/versions-in";
import type { Day, Occurred } from "@/lib/domain/shared/day";
import { insertContent, insertProcess } from "@/lib/features/processes/store";
import { insertDraft, sealVersion } from "@/lib/features/processes/store-versions";
import { type Happened, openDeals } from "@/lib/features/runs/open";
import { compiledVersions } from "@/lib/features/runs/versions";
import type { Caller, Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { withTenant } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { NOW } from "../support/world";

/** Works inside an organisation as a verb would, to put things there that no screen makes. */
export const inside = <T>(caller: Caller, work: (tx: Tx, ctx: Ctx) => Promise<T>, now = NOW): Promise<T> =>
  withTenant(caller, now, (tx, entered) => work(tx, { ...entered, reach: "all" }), { timeoutMs: 60_000 });

export const stage = (key: string, more: Partial<Stage> = {}): Stage => ({
  ...newStage(key, { en: key, nl: key }),
  ...more,
});

/** Three stages without steps. */
export const ABC: ProcessDocument = {
  ...emptyDocument,
  stages: [stage("a", { plannedDays: 10 }), stage("b", { plannedDays: 20 }), stage("c", { plannedDays: 30 })],
};

/** Publishes a document as the next version of a process (a new one without `processId`), at `now`. */
export function publish(
  caller: Caller,
  document: ProcessDocument,
  more: {
    processId?: string;
    roleId?: string | null;
    number?: number;
    why?: string;
    hypothesis?: object;
    now?: Date;
    status?: "published" | "as-found";
  } = {},
): Promise<{ processId: string; versionId: string }> {
  return inside(
    caller,
    async (tx, ctx) => {
      const processId = more.processId ?? newId();
      if (!more.processId) {
        const fixed = {
          category: "opportunity",
          style: "consultative",
          commercialRoleId: more.roleId ?? null,
        } as const;
        await insertProcess(tx, ctx, { id: processId, name: { en: "Process", nl: "Proces" }, ...fixed });
      }
      const versionId = newId();
      await insertDraft(tx, ctx, { id: versionId, processId, document });
      await insertContent(tx, ctx, versionId, document);
      await sealVersion(tx, ctx, versionId, {
        status: more.status ?? "published",
        number: more.number ?? 1,
        compiled: compile(document),
        why: more.why ?? null,
        ...(more.hypothesis && { hypothesis: more.hypothesis }),
      });
      return { processId, versionId };
    },
    more.now ?? NOW,
  );
}

export const on = (day: Day): Occurred => ({ day, at: null });

export type DealHistory = {
  readonly id: string;
  readonly processId: string;
  readonly events: readonly [Happened, ...Happened[]];
};

/** Writes deals with their histories, events and projections alike. */
export function write(caller: Caller, deals: readonly DealHistory[]): Promise<void> {
  return inside(caller, async (tx, ctx) => {
    const ids = deals.flatMap(({ events }) => versionsIn(events));
    await openDeals(tx, ctx, deals, await compiledVersions(tx, ctx.org.id, ids));
  });
}

type Opening = {
  versionId: string;
  owner: string;
  day: Day;
  stageKey?: string;
  startKnown?: boolean;
  /** False: nobody knows since when it is in that stage. */
  entryKnown?: boolean;
  title?: string;
  amount?: { minor: number; currency: string } | null;
  product?: string | null;
  segment?: string | null;
};
/** The event that opens a deal. Unless said otherwise everything was written down on the day it happened. */
export const opened = ({
  versionId,
  owner,
  day,
  stageKey = "a",
  startKnown = true,
  entryKnown = true,
  title = "Deal",
  ...fields
}: Opening): Happened => ({
  type: "run.opened",
  versionId,
  stageKey,
  startKnown,
  ...(startKnown && !entryKnown && { entryKnown: false as const }),
  fields: {
    title,
    owner,
    amount: fields.amount ?? null,
    product: fields.product ?? null,
    segment: fields.segment ?? null,
  },
  occurred: on(day),
  recordedAt: `${day}T10:00:00.000Z`,
});
export const moved = (from: string, to: string, day: Day, reason: "buyer-asked" | null = null): Happened => ({
  type: "run.moved",
  from,
  to,
  deviation: reason === null ? null : { reason, note: null },
  occurred: on(day),
  recordedAt: `${day}T11:00:00.000Z`,
});
export const closed = (
  outcome: "won" | "lost" | "no-decision" | "disqualified",
  day: Day,
  reason: "price" | null = "price",
): Happened => ({
  type: "run.closed",
  outcome,
  reason: outcome === "won" ? null : reason,
  note: null,
  amount: null,
  occurred: on(day),
  recordedAt: `${day}T12:00:00.000Z`,
});
export const reopened = (stageKey: string, day: Day): Happened => ({
  type: "run.reopened",
  stageKey,
  occurred: on(day),
  recordedAt: `${day}T13:00:00.000Z`,
});
export const switched = (from: string, to: string, stageKey: string, day: Day): Happened => ({
  type: "run.version-switched",
  from,
  to,
  stageKey,
  occurred: on(day),
  recordedAt: `${day}T13:30:00.000Z`,
});
export const done = (stepKey: string, day: Day, at = "14:00:00"): Happened => ({
  type: "step.completed",
  stepKey,
  activityId: null,
  occurred: on(day),
  recordedAt: `${day}T${at}.000Z`,
});
export const waived = (stepKey: string, day: Day, reason: "not-relevant" | null): Happened => ({
  type: "step.waived",
  stepKey,
  deviation: { reason, note: null },
  occurred: on(day),
  recordedAt: `${day}T14:00:00.000Z`,
});
