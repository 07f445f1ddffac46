import { accountGrowthTransactional } from "./account-growth-transactional";
import { accountManagerConsultative } from "./account-manager-consultative";
import { businessDeveloperConsultative } from "./business-developer-consultative";
import { channelManagerConsultative } from "./channel-manager-consultative";
import { fieldTechnicalConsultative } from "./field-technical-consultative";
import { insideSalesTransactional } from "./inside-sales-transactional";
import type { ProcessTemplate } from "./template";
import { tenderConsultative } from "./tender-consultative";

/** All templates, in the order in which the first run offers them. */
export const TEMPLATES: readonly ProcessTemplate[] = [
  businessDeveloperConsultative,
  insideSalesTransactional,
  accountManagerConsultative,
  fieldTechnicalConsultative,
  channelManagerConsultative,
  tenderConsultative,
  accountGrowthTransactional,
];

/** The template with this key, or null. */
export const findTemplate = (key: string): ProcessTemplate | null =>
  TEMPLATES.find((template) => template.key === key) ?? null;
