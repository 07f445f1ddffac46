import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { newApiKey } from "@/lib/platform/auth/api-key";
import { tokenHash } from "@/lib/platform/auth/session";
import { command } from "@/lib/platform/verb";
import { CreateApiKey, RevokeApiKey } from "./input";
import { insertKey, markRevoked, markRevokedOf } from "./store";
import type { CreatedApiKey } from "./view";

/** Makes a key for the REST API, bound to this organisation and a role. The key is given back only here. */
export const createApiKey = command({
  name: "api-key.create",
  input: CreateApiKey,
  can: "api-key.edit",
  async run({ tx, ctx, input }) {
    // A key answers to the member who made it; a key that makes keys would answer to nobody.
    if (ctx.member.kind === "api-key") return refuse("members-only");
    const { key, prefix } = newApiKey();
    const keyHash = tokenHash(key);
    const made = { ...input, keyHash, prefix, createdBy: ctx.member.id, createdAt: ctx.now };
    if (!(await insertKey(tx, ctx.org.id, made))) return refuse("not-allowed");
    return { id: input.id, secret: key } satisfies CreatedApiKey;
  },
});

/** Revokes a key: its next request is refused. */
export const revokeApiKey = command({
  name: "api-key.revoke",
  input: RevokeApiKey,
  can: "api-key.edit",
  async run({ tx, ctx, input }) {
    if (!(await markRevoked(tx, ctx.org.id, input.id, ctx.now))) return refuse("not-found");
    return { id: input.id };
  },
});

/**
 * Revokes the keys that a member made, for whoever takes that member out or down to a role that may make none. Call it
 * after the member's own row is changed: a key being made at that moment then waits, and is refused.
 */
export const revokeKeysOf = markRevokedOf;
