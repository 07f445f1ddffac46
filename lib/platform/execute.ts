import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { reach } from "@/lib/domain/policy/permissions";
import { isRefusal, refuse } from "@/lib/domain/shared/result";
import type { Caller, Ctx } from "./context";
import { sendBatch } from "./db/batch";
import { sqlState } from "./db/sql-state";
import type { Tx } from "./db/tenant";
import { withTenant } from "./db/tenant";
import { newId } from "./id";
import { log } from "./log";
import { Refused, refusalOf, refuseInput } from "./refusals";
import type { Command, JsonQuery, Query, Result } from "./verb";

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

function permit(ctx: Omit<Ctx, "reach">, verb: { can: Command["can"] }): Ctx {
  const far = reach(ctx.member.role, verb.can);
  if (!far) throw new Refused(refuse("not-allowed", { permission: verb.can }));
  return { ...ctx, reach: far };
}

async function repeatOf(
  tx: Tx,
  ctx: Ctx,
  verb: string,
  key: string,
  hash: Buffer,
): Promise<{ result: unknown } | null> {
  // A repeat that comes while the first is still at work waits for its answer.
  const wanted = `command ${ctx.org.id} ${ctx.member.id} ${key}`;
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${wanted}, 0))::text`;
  const kept = await tx.commandReceipt.findUnique({
    where: { orgId_actorId_key: { orgId: ctx.org.id, actorId: ctx.member.id, key } },
  });
  if (!kept) return null;
  if (kept.verb !== verb || !hash.equals(Buffer.from(kept.inputHash)))
    throw new Refused(refuse("repeat-differs"));
  return { result: kept.result };
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
  return attempt(verb.name, () =>
    withTenant(
      caller,
      now,
      async (tx, entered) => {
        // What waited on a device is its writer's, whoever is signed in there by now.
        if (member && member !== entered.member.id) throw new Refused(refuse("somebody-else"));
        const ctx = permit(entered, verb);
        const repeat = key && (await repeatOf(tx, ctx, verb.name, key, hash));
        if (repeat) return repeat.result as O;
        if (ctx.reach === "own") {
          const owned = await verb.owner?.({ tx, ctx, input });
          if (owned === null) throw new Refused(refuse("not-found"));
          if (owned?.ownerId !== ctx.member.id) throw new Refused(refuse("not-yours"));
        }
        const value = await verb.run({ tx, ctx, input });
        if (isRefusal(value)) throw new Refused(value);
        if (!verb.fleeting) await writeAudit(tx, ctx, verb.name, input);
        if (key) {
          const result = value === undefined ? null : JSON.parse(withoutSecrets(value));
          const receipt = { orgId: ctx.org.id, actorId: ctx.member.id, key, verb: verb.name };
          await tx.commandReceipt.create({ data: { ...receipt, inputHash: hash, result, createdAt: now } });
        }
        return value as O;
      },
      verb.timeoutMs ? { timeoutMs: verb.timeoutMs } : {},
    ),
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** What a command is about: its `id`, or the process it changes. */
function entityOf(input: unknown): string | null {
  const { id: own, processId } = (input ?? {}) as { id?: unknown; processId?: unknown };
  const id = own ?? processId;
  return typeof id === "string" && UUID.test(id) ? id : null;
}

/** As JSON, with secrets blanked: a token is shown once and never kept, not in the audit and not in a receipt. */
const withoutSecrets = (value: unknown): string =>
  JSON.stringify(value, (name, v) =>
    /password|token|secret/i.test(name) ? "…" : typeof v === "bigint" ? Number(v) : v,
  );

async function writeAudit(tx: Tx, ctx: Ctx, verb: string, input: unknown): Promise<void> {
  await tx.audit.create({
    data: {
      orgId: ctx.org.id,
      id: newId(),
      at: ctx.now,
      actorId: ctx.actor.id,
      actorKind: ctx.actor.kind,
      verb,
      entityId: entityOf(input),
      data: auditOf(input),
    },
  });
}

const AUDIT_LIMIT = 4_000;
/** The input as the audit keeps it: without secrets, and only its field names when it is long. */
function auditOf(input: unknown): object {
  const text = withoutSecrets(input ?? {});
  if (text.length <= AUDIT_LIMIT) return JSON.parse(text);
  return { fields: Object.keys((input as object) ?? {}), characters: text.length };
}

/** Runs a read: parse, enter, permission, work, in one read-only snapshot. */
export async function read<S extends z.ZodType, O>(
  verb: Query<S, O>,
  caller: Caller,
  raw: unknown,
  { now = new Date() }: { now?: Date } = {},
): Promise<Result<O>> {
  const parsed = verb.input.safeParse(raw);
  if (!parsed.success) return { ok: false, refusal: refuseInput(parsed.error) };
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

/** Runs a hot read in one round trip. The value is the JSON text that Postgres made. */
export async function readJson<S extends z.ZodType>(
  verb: JsonQuery<S>,
  caller: Exclude<Caller, { kind: "job" }>,
  raw: unknown,
  { now = new Date() }: { now?: Date } = {},
): Promise<Result<string>> {
  const parsed = verb.input.safeParse(raw);
  if (!parsed.success) return { ok: false, refusal: refuseInput(parsed.error) };
  const enter = {
    name: "enter",
    text: "select member from app.enter($1, $2)",
    values: [Buffer.from(caller.hash), caller.kind === "session" ? caller.slug : null],
  };
  return attempt(verb.name, async () => {
    const [entered, rows] = await sendBatch([enter, verb.statement(parsed.data, now)]);
    const member = JSON.parse(entered?.[0]?.[0] ?? "{}") as { role?: string };
    if (!reach(member.role ?? "", verb.can))
      throw new Refused(refuse("not-allowed", { permission: verb.can }));
    const text = rows?.[0]?.[0];
    if (!text) throw new Refused(refuse("not-found"));
    return text;
  });
}
