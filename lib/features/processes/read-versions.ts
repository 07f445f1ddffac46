import "server-only";
import { diff } from "@/lib/domain/process/diff";
import { settle } from "@/lib/domain/process/inherit";
import { allSteps } from "@/lib/domain/process/locate";
import { refuse } from "@/lib/domain/shared/result";
import { query } from "@/lib/platform/verb";
import { headOf, mayEdit, ownerName, publishedOn } from "./heads";
import { Hypothesis, ProcessId } from "./input";
import { findProcess, knownOwners, memberNames } from "./store";
import { findVersions, openRunsPerVersion } from "./store-versions";
import { movedFrom, type ProcessVersions } from "./view";

/** The history of a process: each version with its reason and how it differs from the one it follows. */
export const processVersions = query({
  name: "processes.versions",
  input: ProcessId,
  can: "process.read",
  async run({ tx, ctx, input }): Promise<ProcessVersions | ReturnType<typeof refuse>> {
    const process = await findProcess(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    const { roles, departments, known } = await knownOwners(tx, ctx);
    const versions = await findVersions(tx, ctx, [process.id]);
    const open = await openRunsPerVersion(tx, ctx, [process.id]);
    const people = await memberNames(
      tx,
      ctx,
      versions.flatMap((version) => version.publishedById ?? version.createdById ?? []),
    );
    return {
      ...headOf(process, roles),
      roles: roles.map(ownerName),
      departments: departments.map(ownerName),
      today: ctx.today,
      canEdit: mayEdit(ctx),
      versions: versions.map((version, index) => {
        const before = versions[index + 1];
        const { id, number, status, why } = version;
        // A draft is held against what was published with the timing that it would inherit today.
        const document = status === "draft" ? settle(version.document, known.timing) : version.document;
        const changes = before ? diff(before.document, document) : null;
        const stages = [...(before?.document.stages ?? []), ...document.stages];
        return {
          id,
          number,
          status,
          why,
          hypothesis: Hypothesis.safeParse(version.hypothesis).data ?? null,
          on: publishedOn(ctx, version),
          by: people.get(version.publishedById ?? version.createdById ?? "") ?? null,
          stages: document.stages.length,
          steps: allSteps(document).length,
          changes,
          movedFrom: before && changes ? movedFrom(changes, before.document) : {},
          open: open.get(id) ?? 0,
          stageNames: Object.fromEntries(stages.map((stage) => [stage.key, stage.name])),
        };
      }),
    };
  },
});
