import "server-only";
import { createHash } from "node:crypto";
import type { ApiKeyCaller } from "@/lib/platform/auth/api-key";
import { newId } from "@/lib/platform/id";

/**
 * The id of a thing that a client names none for: a new one, or with an idempotency key the same for the same API key
 * and idempotency key, so that a repeat means the same thing. A uuid of version 8 (RFC 9562 5.8).
 */
export function repeatableId(caller: ApiKeyCaller, key: string | undefined): string {
  if (key === undefined) return newId();
  const bytes = createHash("sha256").update(caller.hash).update(key).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
