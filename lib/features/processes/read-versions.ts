import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import { diff } from "@/lib/domain/process/diff";
import { settle } from "@/lib/domain/process/inherit";
import { allSteps } from "@/lib/domain/process/locate";
import type { TimingDefaults } from "@/lib/domain/process/types";
import { refuse } from "@/lib/domain/shared/result";
import { sampleFor, type VersionCases } from "@/lib/domain/versions/cases";
import { judge } from "@/lib/domain/versions/evidence";
import { versionFigures } from "@/lib/domain/versions/figures";
import type { Ctx } from "@/lib/platform/context";
import { dayIn } from "@/lib/platform/day-in";
import type { Tx } from "@/lib/platform/db/tenant";
import { query } from "@/lib/platform/verb";
import { findReadable, headOf, mayEdit, ownerName, publishedOn, visibleDraft } from "./heads";
import { Hypothesis, VersionsAsk } from "./input";
import { lastInUse } from "./retire";
import { knownOwners, memberNames } from "./store";
import { findSealed, type VersionRow, versionChoices } from "./store-versions";
import { findCases } from "./version-cases";
import { compareVersions, type Side } from "./version-compare";
import { movedFrom, type ProcessVersions, type Promised, type VersionEntry } from "./view";

/** Versions on one page. */
const PAGE = 12;

/**
 * The history of a process, a page at a time: each version with its reason, how it differs from the one before it, what ran
 * on it and what became of its promise; and two versions side by side, by default the last two. The draft is among them for
 * who may change it.
 */
export const processVersions = query({
  name: "processes.versions",
  input: VersionsAsk,
  can: "process.read",
  async run({ tx, ctx, input }): Promise<ProcessVersions | ReturnType<typeof refuse>> {
    const process = await findReadable(tx, ctx, input.processId);
    if (!process) return refuse("not-found");
    const { roles, departments, known } = await knownOwners(tx, ctx);
    const draft = await visibleDraft(tx, ctx, process.id);
    const choices = await versionChoices(tx, ctx, process.id);
    // One more than is shown: the last one of the page is held against it.
    const found = await findSealed(tx, ctx, process.id, { before: input.before ?? null, take: PAGE + 1 });
    const sealed = found.slice(0, PAGE);
    const pair = await findPair(tx, ctx, input, draft, choices, found);
    const shown = draft && input.before === undefined ? [draft, ...sealed] : sealed;
    const before = (version: VersionRow) => found[found.indexOf(version) + 1] ?? null;
    const lines = sealed.map((version) => ({
      id: version.id,
      against: before(version)?.id ?? null,
      hypothesis: hypothesisOf(version),
    }));
    const compared = pair?.filter(({ status }) => status !== "draft").map(({ id }) => id) ?? [];
    const ids = [...new Set([...found.map(({ id }) => id), ...compared])];
    const casesOf = await findCases(tx, ctx, ids, lines, compared);
    const people = await memberNames(
      tx,
      ctx,
      shown.flatMap((version) => version.publishedById ?? version.createdById ?? []),
    );
    const last = lastInUse(choices);
    const side = (version: VersionRow): Side => ({
      version,
      document: documentOf(version, known.timing),
      cases: version.status === "draft" ? null : casesOf(version.id),
    });
    return {
      ...headOf(process, roles),
      roles: roles.map(ownerName),
      departments: departments.map(ownerName),
      today: ctx.today,
      currency: ctx.org.currency,
      canEdit: mayEdit(ctx),
      canPublish: reach(ctx.member.role, "process.publish") !== null,
      choices: [
        ...(draft ? [{ number: null, status: draft.status }] : []),
        ...choices.map(({ number, status }) => ({ number, status })),
      ],
      published: choices.filter(({ status }) => status === "published" || status === "retired").length,
      idle: last?.status === "retired",
      first: input.before === undefined,
      next: found.length > PAGE ? (sealed.at(-1)?.number ?? null) : null,
      comparison: pair && compareVersions(ctx, process.id, side(pair[0]), side(pair[1])),
      versions: shown.map((version) => ({
        ...designOf(version, before(version), known.timing),
        ...ranOn(ctx, process.id, version, before(version), casesOf),
        on: publishedOn(ctx, version),
        retiredOn: version.retiredAt && dayIn(ctx.org.timeZone, version.retiredAt),
        by: people.get(version.publishedById ?? version.createdById ?? "") ?? null,
        revivable: version.id === last?.id && version.status === "retired",
      })),
    };
  },
});

const hypothesisOf = (version: VersionRow) => Hypothesis.safeParse(version.hypothesis).data ?? null;

/** A draft is held against what was published with the timing that it would inherit today. */
const documentOf = (version: VersionRow, timing: TimingDefaults) =>
  version.status === "draft" ? settle(version.document, timing) : version.document;

type Asked = { readonly processId: string; readonly from?: number | "draft"; readonly to?: number | "draft" };

/** The two versions to compare, earlier side first, or null when there are no two or one that was asked for is not there. */
async function findPair(
  tx: Tx,
  ctx: Ctx,
  { processId, from, to }: { [Key in keyof Asked]: Asked[Key] | undefined } & { processId: string },
  draft: VersionRow | null,
  choices: readonly { readonly number: number }[],
  found: readonly VersionRow[],
): Promise<readonly [VersionRow, VersionRow] | null> {
  const late = to ?? choices.find(({ number }) => number !== from)?.number;
  const early =
    from ?? choices.find(({ number }) => late === "draft" || (late !== undefined && number < late))?.number;
  if (late === undefined || early === undefined || late === early) return null;
  const numbers = [early, late].filter((ref) => ref !== "draft");
  const missing = numbers.filter((number) => found.every((version) => version.number !== number));
  const more = missing.length > 0 ? await findSealed(tx, ctx, processId, { numbers: missing }) : [];
  const at = (ref: number | "draft") =>
    ref === "draft" ? draft : [...found, ...more].find(({ number }) => number === ref);
  const [first, second] = [at(early), at(late)];
  return first && second ? [first, second] : null;
}

function designOf(version: VersionRow, before: VersionRow | null, timing: TimingDefaults) {
  const { id, number, status, why } = version;
  const document = documentOf(version, timing);
  const changes = before ? diff(before.document, document) : null;
  const stages = [...(before?.document.stages ?? []), ...document.stages];
  return {
    id,
    number,
    status,
    why,
    hypothesis: hypothesisOf(version),
    stages: document.stages.length,
    steps: allSteps(document).length,
    changes,
    movedFrom: before && changes ? movedFrom(changes, before.document) : {},
    stageNames: Object.fromEntries(stages.map((stage) => [stage.key, stage.name])),
  };
}

function ranOn(
  ctx: Ctx,
  processId: string,
  version: VersionRow,
  before: VersionRow | null,
  casesOf: (id: string) => VersionCases,
): Pick<VersionEntry, "figures" | "promised"> {
  if (version.status === "draft") return { figures: null, promised: null };
  const cases = casesOf(version.id);
  const context = { asOf: ctx.today, processId, versionId: version.id };
  return {
    figures: versionFigures(cases, context),
    promised: promisedOf(version, cases, before, before && casesOf(before.id)),
  };
}

function promisedOf(
  version: VersionRow,
  cases: VersionCases,
  before: VersionRow | null,
  earlier: VersionCases | null,
): Promised | null {
  const hypothesis = hypothesisOf(version);
  if (!hypothesis) return null;
  if (!before || !earlier) return { kind: "first" };
  const [now, then] = [sampleFor(hypothesis, cases), sampleFor(hypothesis, earlier)];
  return {
    kind: "judged",
    against: before.number ?? 0,
    sample: now.kind,
    evidence: judge(hypothesis, now, then),
  };
}
