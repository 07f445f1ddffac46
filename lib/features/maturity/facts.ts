import "server-only";
import type { GateFacts } from "@/lib/domain/maturity/facts";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { feedbackIn, findPractice, followedOf } from "./practice";
import { findProcesses, findRoles, type ProcessRow, type RoleRow } from "./store";
import { countClosed, countClosedOn, countOpened, countUsers, sinceOf } from "./store-counts";
import { countDeviations, countProofs } from "./store-practice";

const NONE = { k: 0, n: 0 };
const share = <T>(of: readonly T[], holds: (each: T) => boolean) => ({
  k: of.filter(holds).length,
  n: of.length,
});

/** What the design of a version says about itself. */
export function designOf(compiled: CompiledVersion | null, version: number | null) {
  const stages = compiled?.stages ?? [];
  const required = (compiled?.steps ?? []).filter((step) => step.required);
  return {
    defined: {
      version,
      stages: stages.length,
      withStep: stages.filter(({ stepKeys }) => stepKeys.length > 0).length,
    },
    complete: {
      steps: share(required, ({ owner, window }) => owner !== null && window !== null),
      stages: share(stages, ({ criteria }) =>
        criteria.some(({ evidence }) => evidence === "buyer-confirmed"),
      ),
    },
  };
}

const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);

export type Judged = { readonly process: ProcessRow; readonly facts: GateFacts };

/** Gathers the facts of every process in use, in a fixed number of statements. */
export async function gatherFacts(tx: Tx, ctx: Ctx): Promise<{ judged: Judged[]; roles: RoleRow[] }> {
  const processes = await findProcesses(tx, ctx, null);
  const roles = await findRoles(tx, ctx, sinceOf("in-use", ctx.today));
  const opened = await countOpened(tx, ctx);
  const closed = await countClosed(tx, ctx);
  const users = await countUsers(tx, ctx);
  const closedOn = await countClosedOn(
    tx,
    ctx,
    processes.flatMap(({ lastVersionId }) => lastVersionId ?? []),
  );
  const deviated = await countDeviations(tx, ctx);
  const proven = await countProofs(tx, ctx);
  const practice = await findPractice(tx, ctx, null);
  const pick = (from: readonly { id: string; k: number; n: number }[], id: string | null) => {
    const { k, n } = from.find((each) => each.id === id) ?? NONE;
    return { k, n };
  };
  const judged = processes.map((process): Judged => {
    const role = roles.find(({ id }) => id === process.roleId);
    const own = practice.filter(({ processId }) => processId === process.id);
    const { lastVersionId, lastVersionOn, refinedOn, reviewedOn, concludedOn } = process;
    const facts: GateFacts = {
      today: ctx.today,
      ...designOf(process.compiled, process.version),
      anchored: null,
      onProcess: role ? pick(opened.byRole, role.id) : pick(opened.byProcess, process.id),
      inUse: role ? { k: role.logging, n: role.reps } : pick(users, process.id),
      followed: followedOf(own),
      explained: deviated.get(process.id) ?? { ...NONE, deals: 0 },
      feedback: feedbackIn(own, ctx),
      evidenced: proven.get(process.id) ?? { exits: NONE, proofs: NONE },
      measurable: pick(closed, process.id),
      coached: null,
      reviewedOn,
      refined: { versionOn: refinedOn, decidedOn: later(reviewedOn, refinedOn) },
      checked: { publishedOn: lastVersionOn, closed: closedOn.get(lastVersionId ?? "") ?? 0, concludedOn },
      triaged: null,
    };
    return { process, facts };
  });
  return { judged, roles };
}
