import "server-only";
import type { Owner } from "@/lib/domain/process/types";
import { fromFile, ownersIn, sameName } from "@/lib/domain/process-file/from-file";
import { toFile } from "@/lib/domain/process-file/to-file";
import type { FileOwner, ProcessFile } from "@/lib/domain/process-file/types";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { command, query } from "@/lib/platform/verb";
import { readFile } from "./file-schema";
import { CopyProcess, ExportProcess, ImportProcess } from "./input";
import { findProcess, insertOwner, insertProcess, knownOwners, productChoices } from "./store";
import { findDraft, findPublished, findVersion, insertDraft } from "./store-versions";
import type { Created } from "./view";

/** A process as a file: a version of it, or else its draft, or else what is published. */
export const processFile = query({
  name: "processes.file",
  input: ExportProcess,
  can: "process.read",
  async run({ tx, ctx, input }): Promise<ProcessFile | Refusal> {
    const process = await findProcess(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    const version = input.versionId
      ? await findVersion(tx, ctx, process.id, input.versionId)
      : ((await findDraft(tx, ctx, process.id)) ?? (await findPublished(tx, ctx, process.id)));
    if (!version) return refuse("not-found");
    const { roles, departments } = await knownOwners(tx, ctx);
    const products = await productChoices(tx, ctx);
    const { name, category, style, objective, commercialRoleId } = process;
    const role = roles.find(({ id }) => id === commercialRoleId)?.name ?? null;
    return toFile({ name, category, style, objective, role }, version.designed, {
      roles,
      departments,
      products,
    });
  },
});

/** A new process with a draft from a file. All or nothing: a file with anything wrong in it is refused with its place. */
export const importProcess = command({
  name: "process.import-file",
  input: ImportProcess,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<Created | Refusal> {
    const file = readFile(input.content);
    return isRefusal(file) ? file : bringIn(tx, ctx, input.id, file);
  },
});

/** A copy of a process as a new one with a draft, for the same role or another. Its deals stay where they are. */
export const copyProcess = command({
  name: "process.copy",
  input: CopyProcess,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<Created | Refusal> {
    const process = await findProcess(tx, ctx, input.processId);
    const from =
      process && ((await findPublished(tx, ctx, process.id)) ?? (await findDraft(tx, ctx, process.id)));
    if (!process || !from) return refuse("not-found");
    const { known } = await knownOwners(tx, ctx);
    const roleId = input.commercialRoleId === undefined ? process.commercialRoleId : input.commercialRoleId;
    if (roleId && !known.roleIds.includes(roleId)) return refuse("not-found", undefined, { field: "role" });
    const { category, style } = process;
    await insertProcess(tx, ctx, {
      id: input.id,
      name: input.name,
      category,
      style,
      commercialRoleId: roleId,
    });
    const versionId = newId();
    // Keys stay, so that the two compare step by step.
    await insertDraft(tx, ctx, { id: versionId, processId: input.id, document: from.designed });
    return { processId: input.id, versionId };
  },
});

async function bringIn(tx: Tx, ctx: Ctx, id: string, file: ProcessFile): Promise<Created> {
  const { roles, departments } = await knownOwners(tx, ctx);
  const products = await productChoices(tx, ctx);
  const owners: {
    of: Exclude<FileOwner, { kind: "run-owner" }>;
    owner: Exclude<Owner, { kind: "run-owner" }>;
  }[] = [];
  const ownerOf = (kind: FileOwner["kind"], name: ProcessFile["name"]) =>
    owners.find(({ of }) => of.kind === kind && sameName(of.name, name))?.owner ?? null;
  for (const of of ownersIn(file)) {
    // Two spellings of one name are one owner.
    const known = (of.kind === "role" ? roles : departments).find(({ name }) => sameName(name, of.name))?.id;
    const id = known ?? ownerOf(of.kind, of.name)?.id ?? (await insertOwner(tx, ctx, of.kind, null, of.name));
    owners.push({ of, owner: { kind: of.kind, id } });
  }
  const product = (name: string) =>
    products.find((one) => one.name.trim().toLowerCase() === name.trim().toLowerCase())?.id ?? null;
  const document = fromFile(file, { owner: ({ kind, name }) => ownerOf(kind, name), product }, newId);
  const { name, category, style, objective, role } = file;
  const commercialRoleId = (role && ownerOf("role", role)?.id) ?? null;
  await insertProcess(tx, ctx, { id, name, category, style, commercialRoleId, objective });
  const versionId = newId();
  await insertDraft(tx, ctx, { id: versionId, processId: id, document });
  return { processId: id, versionId };
}
