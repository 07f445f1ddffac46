/**
 * The outcome of a decision. A refusal is an expected answer ("not now, because ..."), never a thrown error;
 * `code` is a message key (`refusals.<code>` in the message files) and `params` fills its placeholders.
 */
export type Refusal = {
  readonly refused: true;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Input field the refusal belongs to, as a dotted path, so that a form can show it in place. */
  readonly field?: string;
  /** What the caller needs to go on, for example the current state after a stale save. */
  readonly current?: unknown;
};

/** Builds a refusal. `code` must exist as `refusals.<code>` in every language. */
export function refuse(
  code: string,
  params?: Refusal["params"],
  more?: Pick<Refusal, "field" | "current">,
): Refusal {
  return { refused: true, code, ...(params && { params }), ...more };
}

/** Tells a refusal from a value. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && (value as { refused?: unknown }).refused === true;
}
