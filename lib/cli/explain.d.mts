/** See explain.mjs. */
export declare class Refusal extends Error {}

/** See explain.mjs. */
export declare function explain(error: unknown): string;
