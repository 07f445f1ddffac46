import "server-only";
import * as accountCommands from "@/lib/features/accounts/commands";
import * as apiKeyCommands from "@/lib/features/api-keys/commands";
import * as apiKeyQueries from "@/lib/features/api-keys/queries";
import * as callCommands from "@/lib/features/calls/commands";
import * as callQueries from "@/lib/features/calls/queries";
import * as commentCommands from "@/lib/features/comments/commands";
import * as commentQueries from "@/lib/features/comments/queries";
import * as companyCommands from "@/lib/features/companies/commands";
import * as companyQueries from "@/lib/features/companies/queries";
import * as dealCommands from "@/lib/features/deals/commands";
import * as dealQueries from "@/lib/features/deals/queries";
import * as demoAccountCommands from "@/lib/features/demo/account-commands";
import * as demoCommands from "@/lib/features/demo/commands";
import * as digestCommands from "@/lib/features/digest/commands";
import * as digestQueries from "@/lib/features/digest/queries";
import * as importCommands from "@/lib/features/imports/commands";
import * as importQueries from "@/lib/features/imports/queries";
import * as inboxCommands from "@/lib/features/inbox/commands";
import * as inboxQueries from "@/lib/features/inbox/queries";
import * as insightCommands from "@/lib/features/insights/commands";
import * as insightQueries from "@/lib/features/insights/queries";
import * as maturityCommands from "@/lib/features/maturity/commands";
import * as maturityQueries from "@/lib/features/maturity/queries";
import * as memberCommands from "@/lib/features/members/commands";
import * as memberQueries from "@/lib/features/members/queries";
import * as organizationCommands from "@/lib/features/organizations/commands";
import * as organizationQueries from "@/lib/features/organizations/queries";
import * as processCommands from "@/lib/features/processes/commands";
import * as processQueries from "@/lib/features/processes/queries";
import * as registerCommands from "@/lib/features/registers/commands";
import * as registerQueries from "@/lib/features/registers/queries";
import * as searchQueries from "@/lib/features/search/queries";
import * as taskCommands from "@/lib/features/tasks/commands";
import * as taskQueries from "@/lib/features/tasks/queries";
import * as todayCommands from "@/lib/features/today/commands";
import * as todayQueries from "@/lib/features/today/queries";
import * as trashQueries from "@/lib/features/trash/queries";
import * as visibilityCommands from "@/lib/features/visibility/commands";
import * as visibilityQueries from "@/lib/features/visibility/queries";
import type { AccountCommand } from "@/lib/platform/account";
import type { Verb } from "@/lib/platform/verb";

const MODULES: Record<string, unknown>[] = [
  apiKeyCommands,
  apiKeyQueries,
  callCommands,
  callQueries,
  commentCommands,
  commentQueries,
  companyCommands,
  companyQueries,
  dealCommands,
  dealQueries,
  demoCommands,
  digestCommands,
  digestQueries,
  importCommands,
  importQueries,
  inboxCommands,
  inboxQueries,
  insightCommands,
  insightQueries,
  maturityCommands,
  maturityQueries,
  memberCommands,
  memberQueries,
  organizationCommands,
  organizationQueries,
  processCommands,
  processQueries,
  registerCommands,
  registerQueries,
  taskCommands,
  taskQueries,
  trashQueries,
  visibilityCommands,
  visibilityQueries,
  todayCommands,
  todayQueries,
  searchQueries,
];

function collect<T extends { kind: string; name: string }>(
  modules: Record<string, unknown>[],
  kinds: string[],
): Map<string, T> {
  const found = new Map<string, T>();
  for (const value of modules.flatMap((module) => Object.values(module))) {
    const verb = value as T;
    if (!kinds.includes(verb?.kind)) continue;
    if (found.has(verb.name) && found.get(verb.name) !== verb)
      throw new Error(`two verbs are called ${verb.name}`);
    found.set(verb.name, verb);
  }
  return found;
}

/** Every verb inside an organisation, by name: what the doors, the permission matrix and the audit know. */
export const VERBS: ReadonlyMap<string, Verb> = collect(MODULES, [
  "command",
  "query",
  "json-query",
  "shaped-query",
]);

/** Every verb outside any organisation. */
export const ACCOUNT_VERBS: ReadonlyMap<string, AccountCommand> = collect(
  [accountCommands, demoAccountCommands] as Record<string, unknown>[],
  ["account-command"],
);
