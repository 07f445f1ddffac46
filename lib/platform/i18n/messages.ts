import enAuth from "./messages/en/auth.json";
import enBuying from "./messages/en/buying.json";
import enCalls from "./messages/en/calls.json";
import enComments from "./messages/en/comments.json";
import enCommon from "./messages/en/common.json";
import enDeals from "./messages/en/deals.json";
import enDigest from "./messages/en/digest.json";
import enGuidance from "./messages/en/guidance.json";
import enImports from "./messages/en/imports.json";
import enInbox from "./messages/en/inbox.json";
import enInsights from "./messages/en/insights.json";
import enMaturity from "./messages/en/maturity.json";
import enNav from "./messages/en/nav.json";
import enPeople from "./messages/en/people.json";
import enProcesses from "./messages/en/processes.json";
import enRefusals from "./messages/en/refusals.json";
import enRegisters from "./messages/en/registers.json";
import enSearch from "./messages/en/search.json";
import enSettings from "./messages/en/settings.json";
import enStart from "./messages/en/start.json";
import enTasks from "./messages/en/tasks.json";
import enToday from "./messages/en/today.json";
import nlAuth from "./messages/nl/auth.json";
import nlBuying from "./messages/nl/buying.json";
import nlCalls from "./messages/nl/calls.json";
import nlComments from "./messages/nl/comments.json";
import nlCommon from "./messages/nl/common.json";
import nlDeals from "./messages/nl/deals.json";
import nlDigest from "./messages/nl/digest.json";
import nlGuidance from "./messages/nl/guidance.json";
import nlImports from "./messages/nl/imports.json";
import nlInbox from "./messages/nl/inbox.json";
import nlInsights from "./messages/nl/insights.json";
import nlMaturity from "./messages/nl/maturity.json";
import nlNav from "./messages/nl/nav.json";
import nlPeople from "./messages/nl/people.json";
import nlProcesses from "./messages/nl/processes.json";
import nlRefusals from "./messages/nl/refusals.json";
import nlRegisters from "./messages/nl/registers.json";
import nlSearch from "./messages/nl/search.json";
import nlSettings from "./messages/nl/settings.json";
import nlStart from "./messages/nl/start.json";
import nlTasks from "./messages/nl/tasks.json";
import nlToday from "./messages/nl/today.json";

/** Every message, by language and then by room of the product. A test proves that both languages hold the same keys. */
export const MESSAGES = {
  en: {
    auth: enAuth,
    buying: enBuying,
    calls: enCalls,
    comments: enComments,
    common: enCommon,
    deals: enDeals,
    digest: enDigest,
    guidance: enGuidance,
    imports: enImports,
    inbox: enInbox,
    insights: enInsights,
    maturity: enMaturity,
    nav: enNav,
    people: enPeople,
    processes: enProcesses,
    refusals: enRefusals,
    registers: enRegisters,
    search: enSearch,
    settings: enSettings,
    start: enStart,
    tasks: enTasks,
    today: enToday,
  },
  nl: {
    auth: nlAuth,
    buying: nlBuying,
    calls: nlCalls,
    comments: nlComments,
    common: nlCommon,
    deals: nlDeals,
    digest: nlDigest,
    guidance: nlGuidance,
    imports: nlImports,
    inbox: nlInbox,
    insights: nlInsights,
    maturity: nlMaturity,
    nav: nlNav,
    people: nlPeople,
    processes: nlProcesses,
    refusals: nlRefusals,
    registers: nlRegisters,
    search: nlSearch,
    settings: nlSettings,
    start: nlStart,
    tasks: nlTasks,
    today: nlToday,
  },
};
