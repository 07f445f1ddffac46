import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import type { ProcessDocument } from "@/lib/domain/process/types";
import { entriesIn, fromFile, ownersIn, productsIn } from "@/lib/domain/process-file/from-file";
import type { FileEntry, NamedOwner, ProcessFile } from "@/lib/domain/process-file/types";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { byName } from "@/lib/domain/shared/same-name";
import { inLocale, type LocalText } from "@/lib/domain/shared/text";
import { entriesFor } from "@/lib/features/registers/commands";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { command, query } from "@/lib/platform/verb";
import { fileOf } from "./file-of";
import { readFile } from "./file-read";
import { mayEdit, visibleDraft } from "./heads";
import { CopyProcess, ExportProcess, ImportProcess, Target } from "./input";
import {
  findProcess,
  insertOwner,
  insertProcess,
  knownOwners,
  lockOwners,
  lockProcess,
  productsBy,
} from "./store";
import { namedProcesses } from "./store-library";
import {
  findDraft,
  findLastInUse,
  findNewest,
  findPublished,
  findVersion,
  insertDraft,
} from "./store-versions";
import type { Created, FileTwin } from "./view";

/**
 * A process as a file: a version of it, or else its draft for who may change it, or else what people follow. Refused
 * (not-found) without any.
 */
export const processFile = query({
  name: "processes.file",
  input: ExportProcess,
  can: "process.read",
  async run({ tx, ctx, input }): Promise<ProcessFile | Refusal> {
    const process = await findProcess(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    const version = input.versionId
      ? await findVersion(tx, ctx, process.id, input.versionId)
      : ((await visibleDraft(tx, ctx, process.id)) ?? (await findNewest(tx, ctx, process.id, false)));
    if (!version || (version.status === "draft" && !mayEdit(ctx))) return refuse("not-found");
    return fileOf(tx, ctx, process, version.designed);
  },
});

/**
 * A new process with a draft from a file, or the next draft of a process that is here. All or nothing: a file with anything
 * wrong in it is refused with its place, and so is one whose name a process has, unless it is said what to do about that.
 */
export const importProcess = command({
  name: "process.import-file",
  input: ImportProcess,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<Created | Refusal> {
    const file = readFile(input.content);
    if (isRefusal(file)) return file;
    if (input.twin?.as === "draft") return bringInAsDraft(tx, ctx, input.twin.processId, file);
    return bringIn(
      tx,
      ctx,
      input.id,
      input.twin?.name ? { ...file, name: input.twin.name } : file,
      !input.twin,
    );
  },
});

/** A copy of a process, with what it is for, as a new one with a draft, for the same role or another. Its deals stay where they are. */
export const copyProcess = command({
  name: "process.copy",
  input: CopyProcess,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<Created | Refusal> {
    const process = await findProcess(tx, ctx, input.processId);
    const from =
      process &&
      ((await findPublished(tx, ctx, process.id)) ??
        (await findDraft(tx, ctx, process.id)) ??
        (await findNewest(tx, ctx, process.id, false)));
    if (!process || !from) return refuse("not-found");
    const { known } = await knownOwners(tx, ctx);
    const roleId = input.commercialRoleId === undefined ? process.commercialRoleId : input.commercialRoleId;
    if (roleId && !known.roleIds.includes(roleId)) return refuse("not-found", undefined, { field: "role" });
    const { category, style, objective } = process;
    const target = Target.safeParse(process.target).data ?? null;
    await insertProcess(tx, ctx, {
      id: input.id,
      name: input.name,
      category,
      style,
      objective,
      target,
      commercialRoleId: roleId,
    });
    const versionId = newId();
    // Keys stay, so that the two compare step by step.
    await insertDraft(tx, ctx, { id: versionId, processId: input.id, document: from.designed });
    return { processId: input.id, versionId };
  },
});

/** How many names a refusal lists. */
const NAMED = 5;

/**
 * The document of a file, and whose process it is; makes the register entries it names that are not here yet. Roles and departments that are not here are
 * made by who may make them anyway; for anybody else the file is refused with their names.
 */
async function madeOf(
  tx: Tx,
  ctx: Ctx,
  file: ProcessFile,
  newKey: (key?: string) => string,
): Promise<{ document: ProcessDocument; roleId: string | null } | Refusal> {
  const { roles, departments } = await lockOwners(tx, ctx);
  const known = { role: [...roles], department: [...departments] };
  const missing = ownersIn(file).filter(({ kind, name }) => !byName(known[kind], name));
  if (missing.length > 0 && reach(ctx.member.role, "member.edit") === null) {
    const names = missing.map(({ name }) => inLocale(name, ctx.member.locale ?? "en"));
    return refuse("process-file.owners-missing", {
      names: names.slice(0, NAMED).join(", "),
      more: Math.max(0, names.length - NAMED),
    });
  }
  for (const { kind, name } of missing) {
    known[kind].push({ id: await insertOwner(tx, ctx, kind, null, name), key: null, name });
  }
  const ownerOf = ({ kind, name }: NamedOwner) => {
    const found = byName(known[kind], name);
    return found && ({ kind, id: found.id } as const);
  };
  const products = await productsBy(tx, ctx, { names: productsIn(file) });
  const product = (name: string) =>
    products.find((one) => one.name.trim().toLowerCase() === name.trim().toLowerCase())?.id ?? null;
  const entryOf = await entriesFor(
    tx,
    ctx,
    entriesIn(file).map(({ register, name }) => ({ kind: register, name })),
  );
  if (isRefusal(entryOf)) return entryOf;
  const entry = ({ register, name }: FileEntry) => entryOf({ kind: register, name });
  const { role } = file;
  return {
    document: fromFile(file, { owner: ownerOf, product, entry }, newKey),
    roleId: role && (ownerOf({ kind: "role", name: role })?.id ?? null),
  };
}

async function bringIn(
  tx: Tx,
  ctx: Ctx,
  id: string,
  file: ProcessFile,
  asks: boolean,
): Promise<Created | Refusal> {
  const made = await madeOf(tx, ctx, file, () => newId());
  if (isRefusal(made)) return made;
  // After the lock on the owners, so that of two files at the same moment one hears of the other.
  const twin = asks ? await twinOf(tx, ctx, file.name) : null;
  if (twin) {
    const name = inLocale(twin.name, ctx.member.locale ?? "en");
    return refuse("process-file.name-taken", { name }, { current: { ...twin, name: file.name } });
  }
  const { name, category, style, objective, target } = file;
  const head = { name, category, style, objective, target, commercialRoleId: made.roleId };
  await insertProcess(tx, ctx, { id, ...head });
  const versionId = newId();
  await insertDraft(tx, ctx, { id: versionId, processId: id, document: made.document });
  return { processId: id, versionId };
}

/** What the process has under a key of the file keeps that key, so that its deals and versions go on. */
async function bringInAsDraft(
  tx: Tx,
  ctx: Ctx,
  processId: string,
  file: ProcessFile,
): Promise<Created | Refusal> {
  const process = await lockProcess(tx, ctx, processId);
  if (!process) return refuse("not-found");
  if (process.archived) return refuse("process-archived");
  const open = await findDraft(tx, ctx, processId);
  if (open) return refuse("draft-exists", undefined, { current: { versionId: open.id } });
  const from = await findLastInUse(tx, ctx, processId);
  const known = new Set(from ? keysIn(from.designed) : []);
  const made = await madeOf(tx, ctx, file, (key) => (key && known.has(key) ? key : newId()));
  if (isRefusal(made)) return made;
  const id = newId();
  await insertDraft(tx, ctx, { id, processId, document: made.document, basedOnId: from?.id ?? null });
  return { processId, versionId: id };
}

const keysIn = ({ stages }: ProcessDocument): string[] =>
  stages.flatMap(({ key, steps, criteria }) => [key, ...[...steps, ...criteria].map((one) => one.key)]);

/** The oldest process in use that has this name, in any case and either language. */
async function twinOf(tx: Tx, ctx: Ctx, name: LocalText): Promise<FileTwin | null> {
  const twin = byName(await namedProcesses(tx, ctx), name);
  const draft = twin && (await findDraft(tx, ctx, twin.id));
  return twin && { processId: twin.id, name: twin.name, draft: draft !== null };
}
