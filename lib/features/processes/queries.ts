import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { DEPARTMENTS, isRole, ROLES } from "@/lib/domain/templates/owners";
import { TEMPLATES } from "@/lib/domain/templates/registry";
import type { ProcessTemplate } from "@/lib/domain/templates/template";
import { query } from "@/lib/platform/verb";
import { dealsPerVersion, findReadable, headOf, mayEdit, ownerName, publishedOn, weekOf } from "./heads";
import { Nothing, ProcessId, Target } from "./input";
import { knownOwners, memberNames } from "./store";
import { findDraft, findNewest, openRunsPerVersion, versionChoices } from "./store-versions";
import type { ProcessMap, TemplateCard, Templates } from "./view";

export { processesCompare } from "./compare";
export { processFile } from "./file";
export { firstRun } from "./first-run";
export { processesList } from "./library";
export { processMoves } from "./moves";
export { processesPublished } from "./published";
export { processPublishing } from "./publishing";
export { processDraft } from "./read-draft";
export { processVersions } from "./read-versions";

/** The map of one process as its people follow it today. */
export const processRead = query({
  name: "processes.read",
  input: ProcessId,
  can: "process.read",
  async run({ tx, ctx, input }): Promise<ProcessMap | ReturnType<typeof refuse>> {
    const process = await findReadable(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    const { roles, departments } = await knownOwners(tx, ctx);
    const versions = await versionChoices(tx, ctx, process.id);
    const open = await openRunsPerVersion(tx, ctx, [process.id]);
    const draft = mayEdit(ctx) ? await findDraft(tx, ctx, process.id) : null;
    const shown = await findNewest(tx, ctx, process.id, false);
    const people = await memberNames(tx, ctx, shown?.publishedById ? [shown.publishedById] : []);
    return {
      ...headOf(process, roles),
      roles: roles.map(ownerName),
      departments: departments.map(ownerName),
      objective: process.objective,
      target: Target.safeParse(process.target).data ?? null,
      shown: shown
        ? {
            versionId: shown.id,
            number: shown.number ?? 0,
            status: shown.status,
            on: publishedOn(ctx, shown),
            by: people.get(shown.publishedById ?? "") ?? null,
            why: shown.why,
            document: shown.document,
          }
        : null,
      draft: draft ? { versionId: draft.id, revision: draft.revision } : null,
      deals: dealsPerVersion(versions, open),
      week: weekOf(ctx),
      canEdit: mayEdit(ctx),
    };
  },
});

/** The templates a new process may start from, and the roles that exist. */
export const templatesList = query({
  name: "templates.list",
  input: Nothing,
  can: "process.edit",
  async run({ tx, ctx }): Promise<Templates> {
    const { roles } = await knownOwners(tx, ctx);
    return { templates: TEMPLATES.map(templateCard), roles: roles.map(ownerName) };
  },
});

function templateCard(template: ProcessTemplate): TemplateCard {
  const { key, category, style, name, description, document } = template;
  const steps = document.stages.flatMap((stage) => stage.steps);
  const owners = new Set(steps.map((step) => step.owner));
  return {
    key,
    category,
    style,
    name,
    description,
    role: ROLES[template.roleKey],
    stages: document.stages.map((stage) => ({
      key: stage.key,
      name: stage.name,
      plannedDays: stage.plannedDays,
    })),
    steps: steps.length,
    days: document.stages.reduce((sum, stage) => sum + (stage.plannedDays ?? 0), 0),
    departments: [...owners].flatMap((owner) =>
      owner === "run-owner" || isRole(owner) ? [] : [DEPARTMENTS[owner]],
    ),
    buyerProof: document.stages.every((stage) =>
      stage.criteria.some((criterion) => criterion.evidence === "buyer-confirmed"),
    ),
  };
}
