import "server-only";
import { emptyDocument, newStage } from "@/lib/domain/process/blank";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { refuse } from "@/lib/domain/shared/result";
import { instantiate } from "@/lib/domain/templates/instantiate";
import { findTemplate } from "@/lib/domain/templates/registry";
import { newId } from "@/lib/platform/id";
import { command } from "@/lib/platform/verb";
import { CreateEmpty, CreateFromTemplate } from "./input";
import { ownersFor } from "./owners";
import { insertProcess, knownOwners } from "./store";
import { insertDraft } from "./store-versions";
import type { Created } from "./view";

/**
 * A new process with a complete draft. Roles and departments that the template names are made where the organisation
 * has none by their symbol. Stage and step keys are the template's, so that processes from one template compare.
 */
export const createFromTemplate = command({
  name: "process.create-from-template",
  input: CreateFromTemplate,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<Created | ReturnType<typeof refuse>> {
    const template = findTemplate(input.templateKey);
    if (!template) return refuse("template-unknown", undefined, { field: "templateKey" });
    const { known } = await knownOwners(tx, ctx);
    if (input.commercialRoleId && !known.roleIds.includes(input.commercialRoleId)) return refuse("not-found");
    const { roleId, ownerOf } = await ownersFor(tx, ctx, template, input.commercialRoleId);
    const document = instantiate(template, ownerOf, (key) => key);
    const { category, style, key: templateKey } = template;
    const name = input.name ?? template.name;
    await insertProcess(tx, ctx, {
      id: input.id,
      name,
      category,
      style,
      commercialRoleId: roleId || null,
      templateKey,
    });
    const versionId = newId();
    await insertDraft(tx, ctx, { id: versionId, processId: input.id, document });
    return { processId: input.id, versionId };
  },
});

/** A new process with a draft that has no more than the named stages. */
export const createEmpty = command({
  name: "process.create-empty",
  input: CreateEmpty,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<Created> {
    const { stages, commercialRoleId = null, ...process } = input;
    const document: ProcessDocument = {
      ...emptyDocument,
      stages: stages.map((name) => newStage(newId(), name)),
    };
    await insertProcess(tx, ctx, { ...process, commercialRoleId });
    const versionId = newId();
    await insertDraft(tx, ctx, { id: versionId, processId: input.id, document });
    return { processId: input.id, versionId };
  },
});
