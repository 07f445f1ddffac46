import { accountManagerConsultative } from "./account-manager-consultative";
import { businessDeveloperConsultative } from "./business-developer-consultative";
import { fieldTechnicalConsultative } from "./field-technical-consultative";
import { insideSalesTransactional } from "./inside-sales-transactional";
import type { ProcessTemplate } from "./template";

/** All templates, in the order in which the first run offers them. */
export const TEMPLATES: readonly ProcessTemplate[] = [
  businessDeveloperConsultative,
  insideSalesTransactional,
  accountManagerConsultative,
  fieldTechnicalConsultative,
];

/** The template with this key, or null. */
export const findTemplate = (key: string): ProcessTemplate | null =>
  TEMPLATES.find((template) => template.key === key) ?? null;
