import "server-only";
import { likelierKind } from "@/lib/domain/import/likelier-kind";
import { reach } from "@/lib/domain/policy/permissions";
import { refuse } from "@/lib/domain/shared/result";
import { query } from "@/lib/platform/verb";
import { assemble } from "./assemble";
import { ImportRef, ListImports, RejectsPage } from "./input";
import { findKnown } from "./known";
import { listRejected } from "./rows-store";
import type { StoredImport, StoredMapping } from "./state";
import { findImport, findLight, type LightImport, listImports, memberNames } from "./store";
import type { ImportList, ImportRowView, ImportView, RejectList, StatusView } from "./view";

const rowView = (stored: LightImport, names: ReadonlyMap<string, string>): ImportRowView => {
  const { createdById, createdAt, appliedAt, undoneAt, ...rest } = stored;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    createdBy: names.get(createdById) ?? null,
    appliedAt: appliedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
  };
};

/** Every import, the newest first, a page at a time. */
export const importsList = query({
  name: "imports.list",
  input: ListImports,
  can: "import.read",
  async run({ tx, ctx, input: { after, limit } }): Promise<ImportList> {
    const found = await listImports(tx, ctx, { after, limit: limit + 1 });
    const rows = found.slice(0, limit);
    const names = await memberNames(
      tx,
      ctx,
      rows.map(({ createdById }) => createdById),
    );
    const last = found.length > limit ? rows.at(-1) : undefined;
    return {
      imports: rows.map((row) => rowView(row, names)),
      timeZone: ctx.org.timeZone,
      mayRun: reach(ctx.member.role, "import.run") !== null,
      next: last ? { at: last.createdAt.toISOString(), id: last.id } : null,
    };
  },
});

/** Once it is tried, the process stays the one it was tried with, whatever has been made since. */
function asTried({ status }: StoredImport, mapping: StoredMapping): StoredMapping {
  const { plan, answers } = mapping;
  if (!plan?.process || ["read", "mapped"].includes(status)) return mapping;
  return { ...mapping, answers: { ...answers, process: plan.process } };
}

/** One import: what was read, how it is mapped with every proposal and open question, and how far it is. */
export const importsRead = query({
  name: "imports.read",
  input: ImportRef,
  can: "import.read",
  async run({ tx, ctx, input }) {
    const stored = await findImport(tx, ctx, input.id);
    if (!stored) return refuse("not-found");
    const { reading, mapping, ...row } = stored;
    const known = await findKnown(tx, ctx, stored.kind);
    const names = await memberNames(tx, ctx, [stored.createdById]);
    const view: ImportView = {
      ...rowView(row, names),
      mayRun: reach(ctx.member.role, "import.run") !== null,
      timeZone: ctx.org.timeZone,
      reading: reading?.csv ?? null,
      mapping: reading && mapping ? assemble(stored, reading, asTried(stored, mapping), known).view : null,
      likelier: reading ? likelierKind(stored.kind, reading.profiles) : null,
      members: known.members,
    };
    return view;
  },
});

/** How far an import is: for whoever waits for it. */
export const importsStatus = query({
  name: "imports.status",
  input: ImportRef,
  can: "import.read",
  async run({ tx, ctx, input }) {
    const stored = await findLight(tx, ctx, input.id);
    if (!stored) return refuse("not-found");
    const { id, status, version, progress, total, counts, error } = stored;
    const view: StatusView = { id, status, version, progress, total, counts, error };
    return view;
  },
});

/** Rejected rows as they stand in the file, each with its reasons, a page at a time. */
export const importsRejects = query({
  name: "imports.rejects",
  input: RejectsPage,
  can: "import.read",
  async run({ tx, ctx, input }) {
    if (!(await findLight(tx, ctx, input.id))) return refuse("not-found");
    const { rows, total } = await listRejected(tx, ctx, { ...input, limit: input.limit + 1 });
    const shown = rows.slice(0, input.limit);
    const view: RejectList = {
      rows: shown,
      total,
      next: rows.length > input.limit ? (shown.at(-1)?.number ?? null) : null,
    };
    return view;
  },
});
