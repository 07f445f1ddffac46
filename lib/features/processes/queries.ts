import "server-only";
import { allSteps } from "@/lib/domain/process/locate";
import type { Day } from "@/lib/domain/shared/day";
import { refuse } from "@/lib/domain/shared/result";
import { DEPARTMENTS, isRole, ROLES } from "@/lib/domain/templates/owners";
import { TEMPLATES } from "@/lib/domain/templates/registry";
import type { ProcessTemplate } from "@/lib/domain/templates/template";
import { query } from "@/lib/platform/verb";
import { dealsPerVersion, headOf, mayEdit, ownerName, publishedOn, weekOf } from "./heads";
import { Nothing, ProcessId, Target } from "./input";
import { findProcess, findProcesses, knownOwners, memberNames, type ProcessRow } from "./store";
import { findVersions, openRunsPerVersion, type VersionRow } from "./store-versions";
import type { OwnerName, ProcessCard, ProcessesList, ProcessMap, TemplateCard, Templates } from "./view";

export { processFile } from "./file";
export { processDraft } from "./read-draft";
export { processVersions } from "./read-versions";
export { processReplay } from "./replay";

/** Every process by the commercial role it is for; roles without one are listed too, they are work to do. */
export const processesList = query({
  name: "processes.list",
  input: Nothing,
  can: "process.read",
  async run({ tx, ctx }): Promise<ProcessesList> {
    const processes = await findProcesses(tx, ctx);
    const ids = processes.map((process) => process.id);
    const { roles } = await knownOwners(tx, ctx);
    const versions = await findVersions(tx, ctx, ids);
    const open = await openRunsPerVersion(tx, ctx, ids);
    const cards = processes.map((process) => ({
      roleId: process.commercialRoleId,
      card: cardOf(
        process,
        roles,
        versions.filter((version) => version.processId === process.id),
        open,
        (version) => publishedOn(ctx, version),
      ),
    }));
    const inUse = cards.filter(({ card }) => !card.archived);
    const group = (role: OwnerName | null) => ({
      role,
      processes: inUse.filter(({ roleId }) => roleId === (role?.id ?? null)).map(({ card }) => card),
    });
    const loose = group(null);
    return {
      groups: [
        ...roles.map((role) => group(ownerName(role))),
        ...(loose.processes.length > 0 ? [loose] : []),
      ],
      archived: cards.filter(({ card }) => card.archived).map(({ card }) => card),
      canEdit: mayEdit(ctx),
    };
  },
});

function cardOf(
  process: ProcessRow,
  roles: readonly OwnerName[],
  versions: readonly VersionRow[],
  open: ReadonlyMap<string, number>,
  on: (version: VersionRow) => Day | null,
): ProcessCard {
  const published = versions.find((version) => version.status === "published");
  const draft = versions.find((version) => version.status === "draft");
  const shown = published ?? draft ?? versions[0];
  return {
    ...headOf(process, roles),
    published: published
      ? { versionId: published.id, number: published.number ?? 0, on: on(published) }
      : null,
    draft: draft ? { versionId: draft.id, revision: draft.revision } : null,
    asFound: !published && !draft && versions.some((version) => version.status === "as-found"),
    stages: (shown?.document.stages ?? []).map(({ key, name, plannedDays }) => ({ key, name, plannedDays })),
    steps: shown ? allSteps(shown.document).length : 0,
    deals: dealsPerVersion(versions, open),
  };
}

/** The map of one process as its people follow it today. */
export const processRead = query({
  name: "processes.read",
  input: ProcessId,
  can: "process.read",
  async run({ tx, ctx, input }): Promise<ProcessMap | ReturnType<typeof refuse>> {
    const process = await findProcess(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    const { roles, departments } = await knownOwners(tx, ctx);
    const versions = await findVersions(tx, ctx, [process.id]);
    const open = await openRunsPerVersion(tx, ctx, [process.id]);
    const draft = versions.find((version) => version.status === "draft");
    const shown =
      versions.find((version) => version.status === "published") ??
      versions.find((version) => version.status !== "draft");
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
