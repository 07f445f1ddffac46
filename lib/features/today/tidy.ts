import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import { stageOf, stepOf } from "@/lib/domain/process/compile";
import { compiledVersions } from "@/lib/features/runs/versions";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { openOnes, TIDY_DAYS } from "./tidy-store";
import type { TidyView } from "./view";

/** The deviations that wait for a reason of the person asking, in the words of the version each deal follows. */
export async function readTidy(tx: Tx, ctx: Ctx): Promise<TidyView> {
  const { rows, total } = await openOnes(tx, ctx);
  const versions = await compiledVersions(
    tx,
    ctx.org.id,
    rows.map(({ versionId }) => versionId),
  );
  return {
    total,
    days: TIDY_DAYS,
    mayEdit: reach(ctx.member.role, "deal.edit") !== null,
    items: rows.map(({ runId, version, title, company, versionId, kind, about, from, to, day }) => {
      const compiled = versions.get(versionId);
      const stage = (key: string | null) => (compiled && key && stageOf(compiled, key)?.name) || {};
      return {
        id: runId,
        version,
        name: company ?? title,
        kind,
        about,
        step: about.kind === "step" ? ((compiled && stepOf(compiled, about.stepKey)?.name) ?? {}) : null,
        from: stage(from),
        to: stage(to),
        day,
      };
    }),
  };
}
