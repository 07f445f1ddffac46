import type { IRegularForbiddenRuleType } from "dependency-cruiser";

type From = IRegularForbiddenRuleType["from"];
type To = IRegularForbiddenRuleType["to"];

const rule = (name: string, from: From, to: To): IRegularForbiddenRuleType => ({
  name,
  severity: "error",
  from,
  to,
});

/** Files of a feature that may speak to the database; every other file gets a transaction and passes it on. */
export const STORE_LIKE = "/(store[^/]*|[^/]+-store|[^/]+-sql|sql-[^/]+|jobs)\\.ts$";
/** The one writer of runs; other features meet it directly. */
const RUNS = "^lib/features/runs/";
/** Who opens a tenant's transaction without a verb: account verbs (nobody is in yet), the demo, rebuilding. */
const BEFORE_ANY_TENANT =
  "^lib/features/(accounts/(commands|queries|sign-in)|demo/(load|store)|runs/rebuild-(all|search))\\.ts$";
/** What a browser may load of the platform. */
const FOR_BROWSERS = "^lib/platform/(i18n/|outbox/|typed/|(paths|id|door)\\.ts$)";
const SHARED_UI = "ui|charts|shell|route-line";

/** The walls between the folders. `imports.test.ts` plants a breach of each. */
export const WALLS: IRegularForbiddenRuleType[] = [
  rule("domain-imports-only-domain", { path: "^lib/domain/" }, { pathNot: "^lib/domain/" }),
  rule(
    "the-generated-client-stays-in-platform-db",
    { pathNot: "^lib/platform/db/" },
    { path: "^lib/platform/db/generated/", dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "only-stores-see-the-database",
    { path: "^lib/features/", pathNot: [STORE_LIKE, RUNS, BEFORE_ANY_TENANT] },
    { path: "^lib/platform/db/(?!tenant\\.ts$)" },
  ),
  rule(
    "only-verbs-open-a-transaction",
    { path: "^lib/features/", pathNot: BEFORE_ANY_TENANT },
    { path: "^lib/platform/db/tenant\\.ts$", dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "platform-never-looks-up",
    { path: "^lib/platform/" },
    {
      path: "^(app|components|lib/features|lib/cli|tests)/|^lib/domain/(?!policy/|shared/|timing/calendar\\.ts$)",
    },
  ),
  rule(
    "features-meet-through-verbs",
    { path: "^lib/features/([^/]+)/" },
    { path: "^lib/features/", pathNot: [`^lib/features/$1/`, "^lib/features/[^/]+/commands\\.ts$", RUNS] },
  ),
  rule(
    "components-see-three-files-of-a-feature",
    { path: "^components/" },
    { path: "^lib/features/", pathNot: "^lib/features/[^/]+/(input|actions|view)\\.ts$" },
  ),
  rule(
    "components-see-the-browser-side-of-the-platform",
    { path: "^components/" },
    { path: "^lib/(platform|cli)/", pathNot: FOR_BROWSERS, dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "components-of-one-noun",
    { path: `^components/(?!(?:${SHARED_UI})/)([^/]+)/` },
    { path: "^components/", pathNot: [`^components/(${SHARED_UI})/`, "^components/$1/"] },
  ),
  rule(
    "shared-components-know-no-noun",
    { path: `^components/(${SHARED_UI})/` },
    { path: `^components/(?!(${SHARED_UI})/)|^lib/features/` },
  ),
  rule("app-sees-no-store", { path: "^app/" }, { path: [`^lib/features/.+${STORE_LIKE}`, RUNS] }),
  rule("app-never-touches-the-database", { path: "^app/" }, { path: "^lib/platform/db/" }),
  rule("nobody-imports-app", { pathNot: "^app/" }, { path: "^app/" }),
  rule("nothing-ships-tests", { path: "^(app|components|lib)/" }, { path: "^tests/" }),
  rule("no-cycles", {}, { circular: true }),
  rule("nothing-unresolved", {}, { couldNotResolve: true }),
];
