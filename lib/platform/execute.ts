import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { reach } from "@/lib/domain/policy/permissions";
import { isRefusal, refuse } from "@/lib/domain/shared/result";
import type { Caller, Ctx, Member, Org } from "./context";
import { dayIn } from "./day-in";
import { type Statement, sendBatch } from "./db/batch";
import { sqlState } from "./db/sql-state";
import type { Tx } from "./db/tenant";
import { withTenant } from "./db/tenant";
import { enter, executeHot, type Knocking } from "./hot";
import { log } from "./log";
import { answerOf, type Kept, noteSql, permit } from "./note";
import { Refused, refusalOf, refuseInput } from "./refusals";
import type { Command, JsonQuery, Read, Result, ShapedQuery } from "./verb";

const RETRIES = 3;
/** Serialisation failure and deadlock: the same work may succeed when tried again. */
const RETRYABLE = new Set(["40001", "40P01"]);

/** Prisma keeps the state of a raw statement and gives that of its own ones a name. */
const isRetryable = (error: unknown): boolean =>
  RETRYABLE.has(sqlState(error) ?? "") || (error as { code?: unknown } | null)?.code === "P2034";

async function attempt<T>(name: string, work: () => Promise<T>): Promise<Result<T>> {
  for (let left = RETRIES; ; left--) {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const refusal = refusalOf(error, name);
      if (refusal) return { ok: false, refusal };
      if (left > 1 && isRetryable(error)) continue;
      log.error({ verb: name, err: error }, "a verb failed");
      throw error;
    }
  }
}

async function repeatOf(
  tx: Tx,
  ctx: Ctx,
  verb: string,
  key: string,
  hash: Buffer,
): Promise<{ result: unknown } | null> {
  // A repeat that comes while the first is still at work waits for its answer.
  const [row] = await tx.$queryRaw<{ kept: Kept | null }[]>`
    select app.kept_receipt(${ctx.org.id}::uuid, ${ctx.member.id}::uuid, ${key}) as kept`;
  return answerOf(row?.kept ?? null, verb, hash);
}

/**
 * Runs a command: parse, enter, permission, ownership, work, audit, receipt; one transaction, all or nothing.
 * With an idempotency key a repeat gives the first answer and changes nothing. Refuses somebody-else when it is for
 * another member than the caller.
 */
export async function execute<S extends z.ZodType, O>(
  verb: Command<S, O>,
  caller: Caller,
  raw: unknown,
  {
    now = new Date(),
    key,
    member,
  }: { now?: Date; key?: string | undefined; member?: string | undefined } = {},
): Promise<Result<O>> {
  const parsed = verb.input.safeParse(raw);
  if (!parsed.success) return { ok: false, refusal: refuseInput(parsed.error) };
  const input = parsed.data;
  const hash = createHash("sha256")
    .update(JSON.stringify(raw ?? null))
    .digest();
  return attempt(verb.name, async () => {
    if (verb.hot && caller.kind !== "job") {
      const done = await executeHot({ ...verb, hot: verb.hot }, caller, input, { now, key, member, hash });
      if (done) return done.value;
    }
    return withTenant(
      caller,
      now,
      async (tx, entered) => {
        const ctx = permit(entered, verb, member);
        const repeat = key && (await repeatOf(tx, ctx, verb.name, key, hash));
        if (repeat) return repeat.result as O;
        if (ctx.reach === "own") {
          const owned = await verb.owner?.({ tx, ctx, input });
          if (owned === null) throw new Refused(refuse("not-found"));
          if (owned?.ownerId !== ctx.member.id) throw new Refused(refuse("not-yours"));
        }
        const value = await verb.run({ tx, ctx, input });
        if (isRefusal(value)) throw new Refused(value);
        const noted = noteSql(ctx, verb, input, key ? { key, hash, value } : null);
        if (noted) await tx.$executeRaw(noted);
        return value as O;
      },
      verb.timeoutMs ? { timeoutMs: verb.timeoutMs } : {},
    );
  });
}

/** Runs a read: parse, enter, permission, work, in one read-only snapshot. */
export async function read<S extends z.ZodType, O>(
  verb: Read<S, O>,
  caller: Caller,
  raw: unknown,
  { now = new Date() }: { now?: Date } = {},
): Promise<Result<O>> {
  const parsed = verb.input.safeParse(raw);
  if (!parsed.success) return { ok: false, refusal: refuseInput(parsed.error) };
  if (verb.kind === "shaped-query") {
    if (caller.kind === "job") throw new Error(`${verb.name} is read by who knocks, not by a job`);
    return attempt(verb.name, () => shaped(verb, caller, parsed.data, now));
  }
  return attempt(verb.name, () =>
    withTenant(
      caller,
      now,
      async (tx, entered) => {
        const value = await verb.run({ tx, ctx: permit(entered, verb), input: parsed.data });
        if (isRefusal(value)) throw new Refused(value);
        return value as O;
      },
      { readOnly: true },
    ),
  );
}

async function shaped<S extends z.ZodType, O, P>(
  verb: ShapedQuery<S, O, P>,
  caller: Knocking,
  input: z.output<S>,
  now: Date,
): Promise<O> {
  const ask = async (statement: Statement) => {
    const [entered, rows] = await sendBatch([enter(caller), statement]);
    return { entered: entered?.[0] ?? [], text: rows?.[0]?.[0] ?? null };
  };
  const { entered, text } = await ask(verb.statement(input, now));
  const [org, member] = entered.map((part) => JSON.parse(part ?? "null")) as [Org, Member];
  const actor =
    caller.kind === "session"
      ? ({ id: member.id, kind: "member" } as const)
      : ({ id: null, kind: "api-key" } as const);
  const ctx = permit({ org, member, actor, now, today: dayIn(org.timeZone, now) }, verb);
  if (text === null) throw new Refused(refuse("not-found"));
  const more = async <T>(statement: Statement) => JSON.parse((await ask(statement)).text ?? "null") as T;
  const value = await verb.shape({ ctx, input, parts: JSON.parse(text) as P, more });
  if (isRefusal(value)) throw new Refused(value);
  return value as O;
}

/** Runs a hot read in one round trip. The value is the JSON text that Postgres made. */
export async function readJson<S extends z.ZodType>(
  verb: JsonQuery<S>,
  caller: Knocking,
  raw: unknown,
  { now = new Date() }: { now?: Date } = {},
): Promise<Result<string>> {
  const parsed = verb.input.safeParse(raw);
  if (!parsed.success) return { ok: false, refusal: refuseInput(parsed.error) };
  return attempt(verb.name, async () => {
    const [entered, rows] = await sendBatch([enter(caller), verb.statement(parsed.data, now)]);
    const member = JSON.parse(entered?.[0]?.[1] ?? "{}") as { role?: string };
    if (!reach(member.role ?? "", verb.can))
      throw new Refused(refuse("not-allowed", { permission: verb.can }));
    const text = rows?.[0]?.[0];
    if (!text) throw new Refused(refuse("not-found"));
    return text;
  });
}
