import "server-only";
import { previewDraft } from "@/lib/domain/preview/preview-draft";
import { previewSwitch } from "@/lib/domain/preview/preview-switch";
import { compile } from "@/lib/domain/process/compile";
import { diff } from "@/lib/domain/process/diff";
import { settle } from "@/lib/domain/process/inherit";
import { project } from "@/lib/domain/run/project";
import { refuse } from "@/lib/domain/shared/result";
import { compiledVersions, ordersOf } from "@/lib/features/runs/versions";
import { calendarOf } from "@/lib/platform/calendar";
import { query } from "@/lib/platform/verb";
import { ProcessId } from "./input";
import { findProcess, knownOwners } from "./store";
import { replayRuns } from "./store-replay";
import { findDraft, findPublished } from "./store-versions";
import type { Replay } from "./view";

/**
 * The draft held against the last closed runs, per change how those went by it, and what moving each open run to it would
 * do. Only counts and ids: the browser writes the words. Refused (not-found) without a draft or a published version.
 */
export const processReplay = query({
  name: "processes.replay",
  input: ProcessId,
  can: "process.edit",
  async run({ tx, ctx, input }): Promise<Replay | ReturnType<typeof refuse>> {
    const process = await findProcess(tx, ctx, input.processId);
    const draft = process && (await findDraft(tx, ctx, process.id));
    const published = process && (await findPublished(tx, ctx, process.id));
    if (!draft || !published) return refuse("not-found");
    const { known } = await knownOwners(tx, ctx);
    const { runs, open } = await replayRuns(tx, ctx, input.processId);
    const followed = runs.flatMap(({ events }) =>
      events.flatMap((event) =>
        event.type === "run.opened"
          ? [event.versionId]
          : event.type === "run.version-switched"
            ? [event.to]
            : [],
      ),
    );
    const versions = await compiledVersions(tx, ctx.org.id, [...followed, published.id]);
    const before = versions.get(published.id);
    if (!before) return refuse("not-found");
    const orders = ordersOf(versions);
    const after = compile(draft.document, known.timing);
    const calendar = calendarOf(ctx.org, ctx.now);
    const now = ctx.now.toISOString();
    const cases = runs.map(({ events, ...run }) => ({ ...run, state: project(events, orders) }));
    const changes = diff(published.document, settle(draft.document, known.timing));
    const closed = cases.filter((one) => one.closed);
    const seen = previewDraft(closed, changes, before, after, calendar, now);
    const occurred = { day: ctx.today, at: now };
    return {
      cases: seen.cases,
      changes: seen.changes.map(({ change: { what, key, change }, reached, kept, otherwise, not }) => ({
        what,
        key,
        change,
        reached: reached.length,
        kept: kept.length,
        otherwise: otherwise.length,
        not: not.length,
      })),
      flagged: { before: seen.flagged.before.length, after: seen.flagged.after.length },
      never: seen.never.map(({ stepKey, reached }) => ({ stepKey, reached: reached.length })),
      open,
      runs: cases
        .filter((one) => !one.closed)
        .flatMap((one) => {
          const own = versions.get(one.state.versionId);
          if (!own) return [];
          const { id, title, company } = one;
          return [
            {
              title,
              company,
              ...previewSwitch({ id, state: one.state }, own, after, {}, calendar, now, occurred),
            },
          ];
        }),
    };
  },
});
