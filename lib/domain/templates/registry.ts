import { accountGrowthTransactional } from "./account-growth-transactional";
import { accountManagerConsultative } from "./account-manager-consultative";
import { businessDeveloperConsultative } from "./business-developer-consultative";
import { callDiscoveryConsultative } from "./call-discovery-consultative";
import { callNegotiationConsultative } from "./call-negotiation-consultative";
import { channelManagerConsultative } from "./channel-manager-consultative";
import { coachingCadenceConsultative } from "./coaching-cadence-consultative";
import { fieldCoverageTransactional } from "./field-coverage-transactional";
import { fieldTechnicalConsultative } from "./field-technical-consultative";
import { insideSalesTransactional } from "./inside-sales-transactional";
import { onboardingConsultative } from "./onboarding-consultative";
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
  fieldCoverageTransactional,
  callDiscoveryConsultative,
  callNegotiationConsultative,
  coachingCadenceConsultative,
  onboardingConsultative,
];

/** The template with this key, or null. */
export const findTemplate = (key: string): ProcessTemplate | null =>
  TEMPLATES.find((template) => template.key === key) ?? null;
