/** What a new organisation begins with, in the order in which it makes sense. */
export const BEGINNINGS = ["process", "people", "deal", "step", "proof"] as const;
export type Beginning = (typeof BEGINNINGS)[number];

export type Checklist = {
  readonly items: readonly { readonly key: Beginning; readonly done: boolean }[];
  /** An example is full already and asks for nothing. */
  readonly isExample: boolean;
};
