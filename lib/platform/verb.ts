import type { z } from "zod";
import type { Permission } from "@/lib/domain/policy/permissions";
import type { Refusal } from "@/lib/domain/shared/result";
import type { Ctx } from "./context";
import type { Statement } from "./db/batch";
import type { Tx } from "./db/tenant";

/** What a verb works with: the tenant transaction, its surroundings and its parsed input. */
export type Work<I> = { readonly tx: Tx; readonly ctx: Ctx; readonly input: I };

/** A write in two round trips: one statement loads all that the decision needs, one writes what follows. */
export type Hot<I, O> = {
  readonly load: (input: I) => Statement;
  /**
   * `loaded` is the JSON that the statement gave. Null where it cannot tell from that alone, or where the caller reaches only
   * as far as their own and this is not: then nothing was done, and `run` does it.
   */
  readonly decide: (
    work: Omit<Work<I>, "tx"> & { readonly loaded: unknown },
  ) => { readonly value: O; readonly write: Statement } | Refusal | null;
};

/** A write. Declared with `command()`, found by name in the registry, run by `execute()`. */
export type Command<S extends z.ZodType = z.ZodType, O = unknown> = {
  readonly kind: "command";
  readonly name: string;
  readonly input: S;
  readonly can: Permission;
  /**
   * Who owns what is about to change, or null when it is not there (which is then "not found").
   * Needed when `can` may reach only as far as one's own: ownership is checked before `run`, in the same transaction.
   */
  readonly owner?: (work: Work<z.output<S>>) => Promise<{ ownerId: string | null } | null>;
  /** Does the work. A refusal undoes everything done so far. */
  readonly run: (work: Work<z.output<S>>) => Promise<O | Refusal>;
  /** The same work in two round trips, for what people do all day. */
  readonly hot?: Hot<z.output<S>, O> | undefined;
  /** True for what means nothing a minute later, such as who looks at a page: it is not written in the audit. */
  readonly fleeting?: boolean;
  /** Milliseconds the transaction may take; the default suits a person waiting. */
  readonly timeoutMs?: number;
};

/** A read in one read-only snapshot. */
export type Query<S extends z.ZodType = z.ZodType, O = unknown> = {
  readonly kind: "query";
  readonly name: string;
  readonly input: S;
  readonly can: Permission;
  readonly run: (work: Work<z.output<S>>) => Promise<O | Refusal>;
};

/** A hot read: one statement that returns finished JSON (or no row, which is "not found"), in one round trip. */
export type JsonQuery<S extends z.ZodType = z.ZodType, O = unknown> = {
  readonly kind: "json-query";
  readonly name: string;
  readonly input: S;
  readonly can: Permission;
  readonly statement: (input: z.output<S>, now: Date) => Statement;
  /** Only a type: what the JSON holds. */
  readonly gives?: O;
};

/** What a shaped read puts together: its surroundings, its parsed input and what its statement found. */
export type Shaping<I, P> = {
  readonly ctx: Ctx;
  readonly input: I;
  readonly parts: P;
  /** Another round trip, for what is kept between reads and is not there yet. Its statement, too, gives one JSON value. */
  readonly more: <T>(statement: Statement) => Promise<T>;
};

/**
 * A hot read whose value is made here: one statement gives its parts as JSON (or no row, which is "not found"), from one
 * snapshot and in one round trip.
 */
export type ShapedQuery<S extends z.ZodType = z.ZodType, O = unknown, P = unknown> = {
  readonly kind: "shaped-query";
  readonly name: string;
  readonly input: S;
  readonly can: Permission;
  readonly statement: (input: z.output<S>, now: Date) => Statement;
  readonly shape: (shaping: Shaping<z.output<S>, P>) => Promise<O | Refusal>;
};

/** A read that gives a value. */
// biome-ignore lint/suspicious/noExplicitAny: the parts are between a read's own statement and its own shape
export type Read<S extends z.ZodType = z.ZodType, O = unknown> = Query<S, O> | ShapedQuery<S, O, any>;

export type Verb = Command | Read | JsonQuery;

/** What a caller gets: the value, or a refusal with its message key. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** Declares a write. See `Command`. */
export function command<S extends z.ZodType, O>(spec: Omit<Command<S, O>, "kind">): Command<S, O> {
  return { kind: "command", ...spec };
}

/** Declares a read. See `Query`. */
export function query<S extends z.ZodType, O>(spec: Omit<Query<S, O>, "kind">): Query<S, O> {
  return { kind: "query", ...spec };
}

/** Declares a hot read. See `JsonQuery`. */
export function jsonQuery<S extends z.ZodType, O = unknown>(
  spec: Omit<JsonQuery<S, O>, "kind">,
): JsonQuery<S, O> {
  return { kind: "json-query", ...spec };
}

/** Declares a hot read that is put together here. See `ShapedQuery`. */
export function shapedQuery<S extends z.ZodType, O, P>(
  spec: Omit<ShapedQuery<S, O, P>, "kind">,
): ShapedQuery<S, O, P> {
  return { kind: "shaped-query", ...spec };
}
