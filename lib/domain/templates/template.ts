import type { Category, ProcessDocument, SellingStyle, Stage, Step } from "../process/types";
import type { LocalText } from "../shared/text";
import type { OwnerSymbol, RoleSymbol } from "./owners";

/** A step of a template: complete, and its owner is a symbol that an organisation fills with its own. */
export type TemplateStep = Omit<Step, "owner"> & { readonly owner: "run-owner" | OwnerSymbol };
export type TemplateStage = Omit<Stage, "steps"> & { readonly steps: readonly TemplateStep[] };
export type TemplateDocument = Omit<ProcessDocument, "stages"> & {
  readonly stages: readonly TemplateStage[];
};

/** A complete process to start from, in both languages. Keys are readable and unique within the template. */
export type ProcessTemplate = {
  readonly key: string;
  readonly category: Category;
  readonly style: SellingStyle;
  /** The role whose process this is. */
  readonly roleKey: RoleSymbol;
  readonly name: LocalText;
  readonly description: LocalText;
  readonly document: TemplateDocument;
};
