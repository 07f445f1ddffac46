import { z } from "zod";
import { LIMITS } from "@/lib/domain/process/limits";
import { CATEGORIES, SELLING_STYLES } from "@/lib/domain/process/types";
import { NOT_STORABLE, storable } from "@/lib/platform/storable";
import { EditInput, Key, Text } from "./input-edits";
import { METRICS, MOST_MOVES, MOST_WHY, TARGET_UNITS } from "./view";

export { ListProcesses } from "./input-library";

const Id = z.uuid();
const Revision = z.number().int().min(0);
const line = (most: number) => z.string().trim().max(most).refine(storable, NOT_STORABLE);

/** A name in one or both languages; one of them must have words. */
export const Name = Text.refine(
  (name) =>
    Boolean(name.en?.trim() || name.nl?.trim()) &&
    Math.max(name.en?.length ?? 0, name.nl?.length ?? 0) <= 200,
  "a name of 1 to 200 characters",
);

/** What a process is for, as long as its file may say it. */
const Objective = Text.refine(
  (text) => Math.max(text.en?.length ?? 0, text.nl?.length ?? 0) <= LIMITS.stepText,
  `at most ${LIMITS.stepText} characters`,
);

/** What a version is expected to change, settled before it runs. */
export const Hypothesis = z.strictObject({
  metric: z.enum(METRICS),
  /** Only for `stage-days`: which stage. */
  stageKey: Key.optional(),
  direction: z.enum(["up", "down"]),
  /** Percentage points, days or percent, as the metric counts; null when nobody dares to say. */
  size: z.number().positive().max(1_000_000).nullable(),
});

/** The figure that a process serves: so many deals, so much money, such a share. */
export const Target = z.strictObject({
  label: line(120).pipe(z.string().min(1)),
  value: z.number().min(0).max(1e15),
  unit: z.enum(TARGET_UNITS),
});

export const ProcessId = z.strictObject({ processId: Id });
export const Nothing = z.strictObject({});
/** A version by its number, or the draft. */
export const VersionRef = z.union([z.int().min(1).max(1_000_000), z.literal("draft")]);
/** A page of versions older than `before`, and the two that are compared (the last two without them). */
export const VersionsAsk = z.strictObject({
  processId: Id,
  before: z.int().min(1).max(1_000_000).optional(),
  from: VersionRef.optional(),
  to: VersionRef.optional(),
});
export const OneVersion = z.strictObject({ processId: Id, versionId: Id });

export const CreateFromTemplate = z.strictObject({
  id: Id,
  templateKey: z.string().max(100),
  commercialRoleId: Id.optional(),
  name: Name.optional(),
});
export const CreateEmpty = z.strictObject({
  id: Id,
  name: Name,
  category: z.enum(CATEGORIES),
  style: z.enum(SELLING_STYLES),
  commercialRoleId: Id.nullish(),
  /** Names of the first stages, in order. */
  stages: z.array(Name).max(20).default([]),
});
export const EditDraft = z.strictObject({
  processId: Id,
  versionId: Id,
  revision: Revision,
  edits: z.array(EditInput).min(1).max(200),
});
export const SetProcess = z.strictObject({
  processId: Id,
  version: z.number().int().min(1),
  set: z
    .strictObject({
      name: Name,
      category: z.enum(CATEGORIES),
      style: z.enum(SELLING_STYLES),
      objective: Objective,
      target: Target.nullable(),
      commercialRoleId: Id.nullable(),
    })
    .partial(),
});
/** A deal as it was seen on the page, and the stage it goes on in. */
const Goes = z.strictObject({
  id: Id,
  version: z.number().int().min(1),
  stageKey: Key,
});
export const PublishVersion = z.strictObject({
  processId: Id,
  versionId: Id,
  revision: Revision,
  why: line(MOST_WHY).optional(),
  hypothesis: Hypothesis.optional(),
  /** Open deals that go over to this version; all others stay on theirs. */
  deals: z.array(Goes).max(MOST_MOVES).default([]),
});
export const MovesWanted = z.strictObject({
  processId: Id,
  to: z.enum(["draft", "published"]),
  /** Per stage of an older version: the stage its deals go on in. */
  stages: z.record(z.string().max(100), z.string().max(100)).default({}),
  after: Id.optional(),
});
export const MoveDeals = z.strictObject({
  processId: Id,
  deals: z
    .array(Goes.extend({ versionId: Id }))
    .min(1)
    .max(MOST_MOVES),
});
/** A draft from `fromVersionId` (a restore), or from the last version in use. */
export const StartDraft = z.strictObject({ id: Id, processId: Id, fromVersionId: Id.optional() });
export const ExportProcess = z.strictObject({ processId: Id, versionId: Id.optional() });
/** How large `content` may be is said by who reads it, as everything else that is wrong with a file. */
export const ImportProcess = z.strictObject({
  id: Id,
  content: z.string(),
  /** What to do where a process has the name of the file; left out, that is refused. */
  twin: z
    .discriminatedUnion("as", [
      z.strictObject({ as: z.literal("copy"), name: Name.optional() }),
      z.strictObject({ as: z.literal("draft"), processId: Id }),
    ])
    .optional(),
});
export const CopyProcess = z.strictObject({
  id: Id,
  processId: Id,
  name: Name,
  commercialRoleId: Id.nullable().optional(),
});
/** `revision` is what the person saw: a draft that went on since is not thrown away. */
export const DiscardDraft = z.strictObject({ processId: Id, versionId: Id, revision: Revision });
export const MeetOnDraft = z.strictObject({
  processId: Id,
  versionId: Id,
  revision: Revision,
  /** The stage or step whose card is open; null on the canvas. */
  place: z.strictObject({ kind: z.enum(["stage", "step"]), key: z.string().min(1).max(100) }).nullable(),
});

export type ProcessId = z.infer<typeof ProcessId>;
export type OneVersion = z.infer<typeof OneVersion>;
export type VersionsAsk = z.infer<typeof VersionsAsk>;
export type CreateFromTemplate = z.infer<typeof CreateFromTemplate>;
export type CreateEmpty = z.input<typeof CreateEmpty>;
export type EditDraft = z.infer<typeof EditDraft>;
export type SetProcess = z.infer<typeof SetProcess>;
export type PublishVersion = z.input<typeof PublishVersion>;
export type MovesWanted = z.input<typeof MovesWanted>;
export type MoveDeals = z.infer<typeof MoveDeals>;
export type StartDraft = z.infer<typeof StartDraft>;
export type MeetOnDraft = z.infer<typeof MeetOnDraft>;
export type ExportProcess = z.infer<typeof ExportProcess>;
export type ImportProcess = z.infer<typeof ImportProcess>;
export type CopyProcess = z.infer<typeof CopyProcess>;
export type DiscardDraft = z.infer<typeof DiscardDraft>;
