import type { Samples } from "./ground";
import { apiKeys } from "./samples/api-keys";
import { calls } from "./samples/calls";
import { comments } from "./samples/comments";
import { companies } from "./samples/companies";
import { contacts } from "./samples/contacts";
import { deals } from "./samples/deals";
import { imports } from "./samples/imports";
import { inbox } from "./samples/inbox";
import { insights } from "./samples/insights";
import { members } from "./samples/members";
import { organizations } from "./samples/organizations";
import { processes } from "./samples/processes";
import { registers } from "./samples/registers";
import { search } from "./samples/search";
import { tasks } from "./samples/tasks";
import { today } from "./samples/today";
import { trash } from "./samples/trash";

/**
 * For each verb an input that works, on one of everything an organisation has. `ids` may be another organisation's:
 * the verb must then find nothing. Ids that are made here are new. Each noun has a file of its own.
 */
export const SAMPLES: Samples = {
  ...apiKeys,
  ...calls,
  ...comments,
  ...companies,
  ...contacts,
  ...deals,
  ...imports,
  ...inbox,
  ...insights,
  ...members,
  ...organizations,
  ...processes,
  ...registers,
  ...search,
  ...tasks,
  ...today,
  ...trash,
};
