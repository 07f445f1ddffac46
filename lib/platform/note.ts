import "server-only";
import { reach } from "@/lib/domain/policy/permissions";
import { refuse } from "@/lib/domain/shared/result";
import type { Ctx } from "./context";
import { type Sql, sql } from "./db/sql";
import { newId } from "./id";
import { Refused } from "./refusals";
import type { Command } from "./verb";

/**
 * What a verb works with once its caller may do it. Throws not-allowed, and somebody-else when it is for another `member` than
 * the caller: what waited on a device is its writer's, whoever is signed in there by now.
 */
export function permit(ctx: Omit<Ctx, "reach">, verb: Pick<Command, "can">, member?: string): Ctx {
  if (member && member !== ctx.member.id) throw new Refused(refuse("somebody-else"));
  const far = reach(ctx.member.role, verb.can);
  if (!far) throw new Refused(refuse("not-allowed", { permission: verb.can }));
  return { ...ctx, reach: far };
}

/** The receipt of a command that was done before, as `app.kept_receipt` gives it. */
export type Kept = { readonly verb: string; readonly hash: string; readonly result: unknown };

/** What a repeat gives, or null when it is none. Throws repeat-differs when the key stood for something else. */
export function answerOf(kept: Kept | null, verb: string, hash: Buffer): { readonly result: unknown } | null {
  if (!kept) return null;
  if (kept.verb !== verb || kept.hash !== hash.toString("hex")) throw new Refused(refuse("repeat-differs"));
  return { result: kept.result };
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

export type Receipt = { readonly key: string; readonly hash: Buffer; readonly value: unknown };

/** Writes in the audit what was done, unless it is fleeting, and keeps the answer for a repeat; null when there is neither. */
export function noteSql(
  ctx: Ctx,
  { name, fleeting }: Pick<Command, "name" | "fleeting">,
  input: unknown,
  receipt: Receipt | null,
): Sql | null {
  if (fleeting && !receipt) return null;
  const audit = fleeting ? null : JSON.stringify(auditOf(input));
  const result = receipt && (receipt.value === undefined ? "null" : withoutSecrets(receipt.value));
  return sql`
    with noted as (
      insert into audit (org_id, id, at, actor_id, actor_kind, verb, entity_id, data)
      select ${ctx.org.id}::uuid, ${newId()}::uuid, ${ctx.now}, ${ctx.actor.id}::uuid, ${ctx.actor.kind}, ${name},
        ${entityOf(input)}::uuid, ${audit}::jsonb
      where ${audit}::text is not null
    )
    insert into command_receipt (org_id, actor_id, key, verb, input_hash, result, created_at)
    select ${ctx.org.id}::uuid, ${ctx.member.id}::uuid, ${receipt?.key ?? null}, ${name}, ${receipt?.hash ?? null}::bytea,
      ${result}::jsonb, ${ctx.now}
    where ${receipt?.key ?? null}::text is not null`;
}

const AUDIT_LIMIT = 4_000;
/** The input as the audit keeps it: without secrets, and only its field names when it is long. */
function auditOf(input: unknown): object {
  const text = withoutSecrets(input ?? {});
  if (text.length <= AUDIT_LIMIT) return JSON.parse(text);
  return { fields: Object.keys((input as object) ?? {}), characters: text.length };
}
