import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import type { Caller } from "@/lib/platform/context";
import { pools } from "@/lib/platform/db/pools";
import { env } from "@/lib/platform/env";

// Fixed, not sliding: a stolen cookie ends with its session, however much it is used.
const DAYS = 30;
export const SESSION_SECONDS = DAYS * 86_400;

/** The session cookie holds nothing but this random id. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a token (session, invitation, API key). Random tokens need no slow hash. */
export const tokenHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token).digest());

/** Name of next-auth's cookie: prefixed where the address is https. */
export const cookieName = (): string =>
  env().NEXTAUTH_URL.startsWith("https://") ? "__Secure-next-auth.session-token" : "next-auth.session-token";

/** Starts a session for a user and returns its token, the only time it is known. */
export async function startSession(userId: string, now: Date): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await pools().auth.session.deleteMany({ where: { userId, expiresAt: { lte: now } } });
  await pools().auth.session.create({ data: { hash: tokenHash(token), userId, createdAt: now, expiresAt } });
  return token;
}

/** Ends a session; the next request with its cookie is refused. */
export async function endSession(token: string): Promise<void> {
  await pools().auth.session.deleteMany({ where: { hash: tokenHash(token) } });
}

/** Ends every session of a person, after a change of password. */
export async function endSessionsOf(userId: string): Promise<void> {
  await pools().auth.session.deleteMany({ where: { userId } });
}

/** The token of the current request's cookie, or null. */
export async function requestToken(): Promise<string | null> {
  return (await cookies()).get(cookieName())?.value ?? null;
}

/** The signed-in person of the current request, or null. For pages outside an organisation. */
export async function currentUser(
  now = new Date(),
): Promise<{ id: string; email: string; name: string; locale: string } | null> {
  const token = await requestToken();
  if (!token) return null;
  const session = await pools().auth.session.findUnique({
    where: { hash: tokenHash(token), expiresAt: { gt: now } },
    select: { user: { select: { id: true, email: true, name: true, locale: true } } },
  });
  return session?.user ?? null;
}

/** The current request as a caller at an organisation's address, or null when it carries no session. */
export async function sessionCaller(slug: string): Promise<Extract<Caller, { kind: "session" }> | null> {
  const token = await requestToken();
  return token ? { kind: "session", hash: tokenHash(token), slug } : null;
}
