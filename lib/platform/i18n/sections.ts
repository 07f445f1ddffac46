import type { MESSAGES } from "./messages";

type Namespace = keyof (typeof MESSAGES)["en"];

/** What every page's browser side may say: the shell with its search, the shared parts and refusals. */
export const EVERYWHERE = ["common", "nav", "refusals", "search"] as const satisfies readonly Namespace[];

/**
 * What the browser side of each section may say besides. Server components read everything; only what is named here travels
 * with the pages of a section. `tests/architecture` proves that no page lacks anything.
 */
export const SECTIONS = {
  auth: ["auth"],
  /** The account menu of an organisation's pages. */
  frame: ["auth"],
  log: ["deals"],
  start: ["start", "processes", "people"],
  inbox: ["inbox"],
  today: ["today", "deals", "tasks", "calls"],
  deals: ["deals", "guidance", "buying", "tasks", "calls"],
  companies: ["deals", "buying", "tasks"],
  processes: ["processes", "comments", "registers", "calls"],
  print: ["processes"],
  insights: ["insights"],
  maturity: ["maturity"],
  settings: ["settings", "people", "digest"],
  timing: ["processes"],
  imports: ["imports"],
} as const satisfies Record<string, readonly Namespace[]>;

export type Section = keyof typeof SECTIONS;

/** The namespaces of these names, out of all messages. */
export const pickMessages = <M extends object>(messages: M, names: readonly string[]): Partial<M> =>
  Object.fromEntries(Object.entries(messages).filter(([name]) => names.includes(name))) as Partial<M>;
