/** One run to put on another version: as it was last seen, and the stage it goes on in. */
export type Switch = {
  readonly id: string;
  readonly version: number;
  readonly versionId: string;
  readonly stageKey: string;
};

export type Switched = {
  /** What to ask for to put each run back where it was. */
  readonly moved: readonly Switch[];
  /** Runs that stay on their version, and the code of the refusal that says why. */
  readonly kept: readonly { readonly id: string; readonly why: string }[];
};
