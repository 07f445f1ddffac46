import type { Target } from "../process/target";
import type {
  Category,
  Condition,
  ExitCriterion,
  SellingStyle,
  Stage,
  Step,
  TimingDefaults,
} from "../process/types";
import type { RegisterKind } from "../registers/types";
import type { LocalText } from "../shared/text";

/** The format's own version; a file of another one is refused, never guessed at. */
export const FILE_FORMAT = "koers-process";
export const FILE_VERSION = 1;

/** A role or department by name, because ids mean nothing elsewhere. */
export type NamedOwner = { readonly kind: "role" | "department"; readonly name: LocalText };
export type FileOwner = { readonly kind: "run-owner" } | NamedOwner;

/** A condition; products by name. */
export type FileCondition =
  | Exclude<Condition, { kind: "product" }>
  | { readonly kind: "product"; readonly anyOf: readonly string[] };

/** An entry of a buying-process register by name. */
export type FileEntry = { readonly register: RegisterKind; readonly name: LocalText };

export type FileStep = Omit<Step, "owner" | "supporting" | "conditions" | "entries"> & {
  readonly owner: FileOwner | null;
  readonly supporting: readonly FileOwner[];
  readonly conditions: readonly FileCondition[];
  readonly entries: readonly FileEntry[];
};
export type FileStage = Omit<Stage, "steps" | "criteria" | "entries"> & {
  readonly entries: readonly FileEntry[];
  readonly steps: readonly FileStep[];
  readonly criteria: readonly ExitCriterion[];
};

/** A process as a file: everything a person wrote, and nothing that only means something inside one organisation. */
export type ProcessFile = {
  readonly format: typeof FILE_FORMAT;
  readonly formatVersion: typeof FILE_VERSION;
  readonly name: LocalText;
  readonly category: Category;
  readonly style: SellingStyle;
  readonly objective: LocalText;
  readonly target: Target | null;
  /** The commercial role whose process it is. */
  readonly role: LocalText | null;
  readonly timing: TimingDefaults;
  readonly stages: readonly FileStage[];
};
