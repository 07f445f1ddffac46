import "server-only";
import type { z } from "zod";
import { isRefusal } from "@/lib/domain/shared/result";
import type { Caller, Member, Org } from "./context";
import { inTwoTrips, type Statement } from "./db/batch";
import { surroundings } from "./db/tenant";
import { answerOf, type Kept, noteSql, permit } from "./note";
import { Refused } from "./refusals";
import type { Command } from "./verb";

/** Who comes by themselves: not a job. */
export type Knocking = Exclude<Caller, { kind: "job" }>;

/**
 * Opens the organisation for the statements that follow in the same batch. They are short: to begin other processes for one
 * takes longer than any of them, and a planner that cannot know whose sight is narrow would.
 */
export const enter = (caller: Knocking): Statement => ({
  name: "enter",
  text: "select org, member, set_config('max_parallel_workers_per_gather', '0', true) from app.enter($1, $2)",
  values: [Buffer.from(caller.hash), caller.kind === "session" ? caller.slug : null],
});

type Asked = { now: Date; key: string | undefined; member: string | undefined; hash: Buffer };

/**
 * Runs a command in two round trips: enter, receipt and what it loads; then what it writes, audit, receipt and commit. The
 * same checks in the same order as any other. Null when the verb cannot tell from what it loaded: nothing was done then.
 */
export async function executeHot<S extends z.ZodType, O>(
  verb: Command<S, O> & { readonly hot: NonNullable<Command<S, O>["hot"]> },
  caller: Knocking,
  input: z.output<S>,
  { now, key, member, hash }: Asked,
): Promise<{ readonly value: O } | null> {
  const receipt: Statement = {
    name: "kept-receipt",
    text: "select app.kept_receipt(app.org_id(), current_setting('app.member_id')::uuid, $1)",
    values: [key],
  };
  return inTwoTrips([enter(caller), ...(key ? [receipt] : []), verb.hot.load(input)], (rows) => {
    const read = (statement: number, column = 0) => JSON.parse(rows[statement]?.[0]?.[column] ?? "null");
    const entered = { org: read(0, 0) as Org, member: read(0, 1) as Member };
    const ctx = permit(surroundings(caller, entered, now), verb, member);
    const repeat = key && answerOf(read(1) as Kept | null, verb.name, hash);
    if (repeat) return { value: { value: repeat.result as O }, write: [] };
    const decided = verb.hot.decide({ ctx, input, loaded: read(rows.length - 1) });
    if (decided === null) return null;
    if (isRefusal(decided)) throw new Refused(decided);
    const { value, write } = decided;
    const noted = noteSql(ctx, verb, input, key ? { key, hash, value } : null);
    const note = noted && { name: "note", text: noted.text, values: noted.values };
    return { value: { value }, write: note ? [write, note] : [write] };
  });
}
