import "server-only";
import type { Caller } from "@/lib/platform/context";
import { fromDay } from "@/lib/platform/day-in";
import { withTenant } from "@/lib/platform/db/tenant";
import { newToken, tokenHash } from "./session";

export type ApiKeyCaller = Extract<Caller, { kind: "api-key" }>;

const PREFIX = "koers_";

/** A new key for the REST API, and the few characters of it that stay readable in lists. */
export function newApiKey(): { key: string; prefix: string } {
  const key = `${PREFIX}${newToken()}`;
  return { key, prefix: key.slice(0, PREFIX.length + 6) };
}

/**
 * The caller behind `Authorization: Bearer koers_...`, or null when the header holds no such key.
 * Whether the key exists and still stands is checked by every verb, in its own transaction.
 */
export function apiKeyCaller(request: Request): ApiKeyCaller | null {
  const [, key] = /^Bearer +(\S{20,200})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  return key?.startsWith(PREFIX) ? { kind: "api-key", hash: tokenHash(key) } : null;
}

const noted = new Map<string, string>();

/** Remembers the day a key was used last; writes at most once per key, day and instance. Call it after a success. */
export async function noteApiKeyUse(caller: ApiKeyCaller, now: Date): Promise<void> {
  const key = Buffer.from(caller.hash).toString("base64");
  const utcDay = now.toISOString().slice(0, 10);
  if (noted.get(key) === utcDay) return;
  noted.set(key, utcDay);
  await withTenant(caller, now, async (tx, { org, member, today }) => {
    const day = fromDay(today);
    await tx.apiKey.updateMany({
      where: { orgId: org.id, id: member.id, OR: [{ lastUsedOn: null }, { lastUsedOn: { lt: day } }] },
      data: { lastUsedOn: day },
    });
  });
}
