import { randomUUID } from "node:crypto";
import { foundOrganization } from "@/lib/features/accounts/commands";
import { organizationMe } from "@/lib/features/organizations/queries";
import { createFromTemplate, publishVersion } from "@/lib/features/processes/commands";
import { compiledVersions } from "@/lib/features/runs/versions";
import { executeAccount } from "@/lib/platform/account";
import { startSession, tokenHash } from "@/lib/platform/auth/session";
import type { Caller } from "@/lib/platform/context";
import { closePools, pools } from "@/lib/platform/db/pools";
import { withTenant } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Result } from "@/lib/platform/verb";

/** Six stages with their steps, as a customer would start. */
const TEMPLATE = "field-technical-consultative";

export type BenchWorld = {
  orgId: string;
  slug: string;
  token: string;
  memberId: string;
  processId: string;
  versionId: string;
  stages: string[];
  /** What the cards of filled deals name as their next step. */
  nextStep: string;
};

/** An organisation with a signed-in owner and a published process, made by the product's own verbs. */
export async function makeWorld({ name }: { name: string }): Promise<BenchWorld> {
  const now = new Date();
  const user = { id: newId(), email: `${randomUUID()}@bench.test`, name: "Bench" };
  await pools().auth.user.create({ data: { ...user, passwordHash: "none" } });
  const { slug } = must(await executeAccount(foundOrganization, user, { name }));
  const token = await startSession(user.id, now);
  const caller: Caller = { kind: "session", hash: tokenHash(token), slug };
  const me = must(await read(organizationMe, caller, {}));
  const processId = newId();
  const { versionId } = must(
    await execute(createFromTemplate, caller, { id: processId, templateKey: TEMPLATE }),
  );
  must(await execute(publishVersion, caller, { processId, versionId, revision: 0 }));
  const { orgId, compiled } = await withTenant(caller, now, async (tx, { org }) => ({
    orgId: org.id,
    compiled: (await compiledVersions(tx, org.id, [versionId])).get(versionId),
  }));
  await closePools();
  if (!compiled?.steps[0]) throw new Error("the published process has no steps");
  const stages = compiled.stages.map(({ key }) => key);
  const ids = { orgId, memberId: me.member.id, processId, versionId };
  return { ...ids, slug, token, stages, nextStep: compiled.steps[0].key };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the organisation could not be made: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
