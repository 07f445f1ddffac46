import { createHash, randomUUID } from "node:crypto";
import { pools } from "@/lib/platform/db/pools";
import { setCookie } from "./headers";
import { NOW } from "./world";

const kept = new Map<string, string>();

/** Signs somebody in, in the browser that the next request comes from. */
export async function signIn(userId: string): Promise<void> {
  const token = kept.get(userId) ?? randomUUID();
  setCookie(token);
  if (kept.has(userId)) return;
  kept.set(userId, token);
  const hash = new Uint8Array(createHash("sha256").update(token).digest());
  const expiresAt = new Date("2099-01-01T00:00:00Z");
  await pools().auth.session.create({ data: { hash, userId, createdAt: NOW, expiresAt } });
}
