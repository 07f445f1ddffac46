const query = (values: Record<string, string | undefined>): string => {
  const set = Object.entries(values).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "",
  );
  return set.length ? `?${new URLSearchParams(set)}` : "";
};

/** Every address of the product; nothing else builds one. */
export const paths = {
  root: () => "/",
  signIn: (next?: string) => `/sign-in${query({ next })}`,
  signUp: (next?: string) => `/sign-up${query({ next })}`,
  organizations: () => "/organizations",
  invitation: (token: string) => `/invitation/${token}`,
  home: (org: string) => `/${org}`,
  today: (org: string) => `/${org}/today`,
  /** Today with the line for a new task open. */
  newTask: (org: string) => `/${org}/today?new=task`,
  tidy: (org: string) => `/${org}/today/tidy-up`,
  inbox: (org: string) => `/${org}/inbox`,
  deals: (org: string, filter: Record<string, string | undefined> = {}) => `/${org}/deals${query(filter)}`,
  /** The deals of a list as a file. */
  dealsFile: (org: string, filter: Record<string, string | undefined>) =>
    `/api/org/${org}/deals/file${query(filter)}`,
  newDeal: (org: string, process?: string) => `/${org}/deals/new${query({ process })}`,
  deal: (org: string, id: string) => `/${org}/deals/${id}`,
  newCall: (org: string, deal: string, step?: string) => `/${org}/deals/${deal}/calls/new${query({ step })}`,
  call: (org: string, deal: string, id: string) => `/${org}/deals/${deal}/calls/${id}`,
  /** The call with the form for what came of it. */
  debrief: (org: string, deal: string, id: string) => `/${org}/deals/${deal}/calls/${id}#debrief`,
  editCall: (org: string, deal: string, id: string) => `/${org}/deals/${deal}/calls/${id}/edit`,
  /** The log screen; it opens without a connection, and then reads the deal from its address. */
  log: (org: string, deal?: string) => `/${org}/log${query({ deal })}`,
  companies: (org: string, q?: string) => `/${org}/companies${query({ q })}`,
  /** The companies with the form for a new one open, or for a new person. */
  newCompany: (org: string) => `/${org}/companies?new=company`,
  newPerson: (org: string) => `/${org}/companies?new=person`,
  company: (org: string, id: string) => `/${org}/companies/${id}`,
  duplicates: (org: string, of: "companies" | "people" = "companies") =>
    `/${org}/companies/duplicates${of === "people" ? "?of=people" : ""}`,
  contact: (org: string, id: string) => `/${org}/contacts/${id}`,
  start: (org: string, style?: string) => `/${org}/start${query({ style })}`,
  startProcess: (org: string, id: string, step?: string) => `/${org}/start/${id}${query({ step })}`,
  processes: (org: string, filter: Record<string, string | undefined> = {}) =>
    `/${org}/processes${query(filter)}`,
  /** Where a process begins; `role` is whose it will be. */
  newProcess: (org: string, role?: string) => `/${org}/processes/new${query({ role })}`,
  registers: (org: string) => `/${org}/processes/registers`,
  compareProcesses: (org: string, left?: string, right?: string) =>
    `/${org}/processes/compare${query({ left, right })}`,
  process: (org: string, id: string) => `/${org}/processes/${id}`,
  /** The map with one step unfolded, and what people say about it. */
  processStep: (org: string, id: string, step: string) =>
    `/${org}/processes/${id}${query({ step })}#step-${encodeURIComponent(step)}`,
  draft: (org: string, id: string) => `/${org}/processes/${id}/draft`,
  /** The draft with the card of a step open; `take` is a suggestion to take over there. */
  draftAt: (org: string, id: string, step: string, take?: string) =>
    `/${org}/processes/${id}/draft${query({ step, take })}`,
  printProcess: (org: string, id: string, choice: Record<string, string | undefined> = {}) =>
    `/${org}/processes/${id}/print${query(choice)}`,
  publish: (org: string, id: string) => `/${org}/processes/${id}/publish`,
  moveDeals: (org: string, id: string) => `/${org}/processes/${id}/move`,
  versions: (org: string, id: string) => `/${org}/processes/${id}/versions`,
  insights: (org: string) => `/${org}/insights`,
  pipeline: (org: string, filter: Record<string, string | undefined> = {}) =>
    `/${org}/insights/pipeline${query(filter)}`,
  maturity: (org: string) => `/${org}/maturity`,
  processMaturity: (org: string, id: string) => `/${org}/maturity/${id}`,
  settings: (org: string) => `/${org}/settings`,
  members: (org: string) => `/${org}/settings/members`,
  roles: (org: string) => `/${org}/settings/roles`,
  visibility: (org: string) => `/${org}/settings/visibility`,
  trash: (org: string, kind?: string) => `/${org}/settings/trash${query({ kind })}`,
  mail: (org: string) => `/${org}/settings/mail`,
  profile: (org: string) => `/${org}/settings/profile`,
  apiKeys: (org: string) => `/${org}/settings/api-keys`,
  imports: (org: string) => `/${org}/settings/imports`,
  newImport: (org: string) => `/${org}/settings/imports/new`,
  import: (org: string, id: string) => `/${org}/settings/imports/${id}`,
};
