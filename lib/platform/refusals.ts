import type { z } from "zod";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { AGAIN_SECONDS } from "./again";
import { sqlState } from "./db/sql-state";
import { log } from "./log";

/** Carries a refusal out of a transaction so that everything done in it is undone. Never leaves `execute()`. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** The first input problem as a refusal, with the field it belongs to and zod's own words as detail. */
export function refuseInput(error: z.ZodError): Refusal {
  const [issue] = error.issues;
  const field = issue?.path.join(".");
  return refuse(
    "invalid-input",
    { field: field || "input", detail: issue?.message ?? "" },
    field ? { field } : {},
  );
}

/**
 * An error of the database as the refusal it means, or null when it is a fault of ours.
 * Someone else's row, a foreign key into another organisation and a row that is gone all read "not found". The first
 * two may also be a mistake of ours, so they are logged, by `verb` and without values.
 */
export function refusalOf(error: unknown, verb: string): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  const code = (error as { code?: unknown } | null)?.code;
  const state = sqlState(error);
  if (state === "KO401") return refuse("signed-out");
  const kept = state === "42501" ? state : state === "23503" || code === "P2003" ? "23503" : null;
  if (kept) log.warn({ verb, state: kept }, "the database refused a row, and the caller reads 'not found'");
  if (kept || state === "KO404" || code === "P2025") return refuse("not-found");
  if (state === "23505" || code === "P2002") return refuse("already-there");
  // Somebody changes so much in one go that what this needs was not free in time; or so many do that no connection was.
  if (state === "55P03" || foundNoRoom(error)) return refuse("busy");
  // What is no id is the id of nothing.
  if (state === "22P02" && /\buuid\b/.test(String((error as Error).message))) return refuse("not-found");
  // NUL and halves of surrogate pairs, which no text or json column holds.
  if (state === "22P02" || state === "22021" || state === "22P05")
    return refuse("invalid-input", { field: "input", detail: "holds a character that cannot be kept" });
  return null;
}

/** Whether there was no connection in time; nothing was begun then. Prisma gives what ran too long the same code. */
const foundNoRoom = (error: unknown): boolean =>
  /^timeout exceeded when trying to connect|Unable to start a transaction/.test(
    String((error as Error | null)?.message),
  );

const STATUS: Record<string, number> = {
  "signed-out": 401,
  "not-allowed": 403,
  "somebody-else": 403,
  "not-found": 404,
  stale: 409,
  "already-there": 409,
  "repeat-differs": 409,
  "too-many-attempts": 429,
  "cross-site": 403,
  failed: 500,
  busy: 503,
};

/** The HTTP status of a refusal; what is refused for a reason of the field is 422. */
export const statusOf = (refusal: Refusal): number => STATUS[refusal.code] ?? 422;

/** What a refusal adds to an answer's headers: when to try again, where time is all that it takes. */
export function headersOf({ code, params }: Refusal): Record<string, string> {
  const seconds =
    code === "busy" ? AGAIN_SECONDS : code === "too-many-attempts" ? params?.seconds : undefined;
  return seconds === undefined ? {} : { "retry-after": String(seconds) };
}
