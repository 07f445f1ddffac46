import type { Category, SellingStyle, Stage, Step } from "../process/types";
import type { LocalText } from "../shared/text";
import type { OwnerSymbol, RoleSymbol } from "./owners";

type Essential = "key" | "name" | "channel" | "owner" | "window" | "importance" | "howTo" | "buyerGains";
type TemplateOwner = "run-owner" | OwnerSymbol;

/**
 * A step of a template: complete in what every step must have, and its owners are symbols that an organisation fills
 * with its own. Keys in `serves` are those of criteria of the template; a step that names none works towards the exit of
 * its stage.
 */
export type TemplateStep = Omit<Pick<Step, Essential>, "owner"> &
  Partial<Omit<Step, Essential | "supporting" | "entries">> & {
    readonly owner: TemplateOwner;
    readonly supporting?: readonly OwnerSymbol[];
  };
export type TemplateStage = Omit<Stage, "steps" | "stepWindow" | "entries"> & {
  readonly steps: readonly TemplateStep[];
};
export type TemplateDocument = { readonly stages: readonly TemplateStage[] };

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
