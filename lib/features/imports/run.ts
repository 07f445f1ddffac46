import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { command, type Work } from "@/lib/platform/verb";
import { assemble } from "./assemble";
import { ImportRef } from "./input";
import { findKnown } from "./known";
import { clearOutcomes, countDone } from "./rows-store";
import { mayApply, mayCheck, mayUndo, wrongMoment } from "./rules";
import { lockImport, lockLight, saveImport } from "./store";
import { enqueueImport, TASK } from "./task-names";

type Of = Work<{ id: string }>;

const queue = ({ tx, ctx, input }: Of, task: string) =>
  enqueueImport(tx, task, {
    orgId: ctx.org.id,
    actorId: ctx.actor.id,
    importId: input.id,
    ...(ctx.member.kind === "api-key" && { keySees: ctx.member.sees === "all" }),
  });

/** Starts the dry run: every row is judged as if it were imported, and nothing is written but the verdict. */
export const checkImport = command({
  name: "import.check",
  input: ImportRef,
  can: "import.run",
  async run(work) {
    const { tx, ctx, input } = work;
    const stored = await lockImport(tx, ctx, input.id);
    if (!stored) return refuse("not-found");
    const { reading, mapping } = stored;
    if (!reading || !mapping || !mayCheck(stored)) return wrongMoment(stored.status);
    const { view, plan } = assemble(stored, reading, mapping, await findKnown(tx, ctx, stored.kind));
    if (view.questions.length > 0)
      return refuse("import.questions-open", { count: view.questions.length }, { current: view.questions });
    await clearOutcomes(tx, ctx, input.id);
    await saveImport(tx, ctx, input.id, {
      status: "checking",
      mapping: { ...mapping, plan },
      counts: {},
      error: null,
      progress: 0,
      total: reading.csv.rows,
    });
    await queue(work, TASK.check);
    return { id: input.id, version: stored.version + 1 };
  },
});

/** Starts to import what the dry run found good, or goes on where a failed import stopped. */
export const applyImport = command({
  name: "import.apply",
  input: ImportRef,
  can: "import.run",
  async run(work) {
    const { tx, ctx, input } = work;
    const stored = await lockLight(tx, ctx, input.id);
    if (!stored) return refuse("not-found");
    if (!mayApply(stored)) return wrongMoment(stored.status);
    const apply = stored.counts.apply ?? {
      rows: 0,
      created: 0,
      updated: 0,
      same: 0,
      rejected: 0,
      after: 0,
      made: { companies: 0, products: 0, people: 0 },
      teams: [],
      startedAt: ctx.now.toISOString(),
      finishedAt: null,
      versionId: null,
      processId: null,
    };
    await saveImport(tx, ctx, input.id, {
      status: "applying",
      counts: { ...stored.counts, apply },
      error: null,
      progress: apply.rows,
    });
    await queue(work, TASK.apply);
    return { id: input.id, version: stored.version + 1 };
  },
});

/** Starts to take an import back, also one that is still under way: what was edited since is kept and counted. */
export const undoImport = command({
  name: "import.undo",
  input: ImportRef,
  can: "import.run",
  async run(work) {
    const { tx, ctx, input } = work;
    const stored = await lockLight(tx, ctx, input.id);
    if (!stored) return refuse("not-found");
    if (!mayUndo(stored)) return wrongMoment(stored.status);
    const undo = stored.counts.undo ?? {
      removed: 0,
      restored: 0,
      kept: 0,
      made: { companies: 0, products: 0, people: 0 },
      startedAt: ctx.now.toISOString(),
    };
    const left = await countDone(tx, ctx, input.id);
    const done = undo.removed + undo.restored + undo.kept;
    await saveImport(tx, ctx, input.id, {
      status: "undoing",
      counts: { ...stored.counts, undo },
      error: null,
      progress: done,
      total: done + left,
    });
    await queue(work, TASK.undo);
    return { id: input.id, version: stored.version + 1 };
  },
});
