import "server-only";
import { countAttempt, forgetAttempts, takeBackAttempt } from "@/lib/platform/auth/limits";
import { checkPassword } from "@/lib/platform/auth/password";
import { startSession } from "@/lib/platform/auth/session";
import { pools } from "@/lib/platform/db/pools";
import { Email } from "@/lib/platform/email";
import { personByEmail } from "./store-identity";

/**
 * Signs a person in: attempts are counted before any hashing, and an unknown address takes as long as a wrong password.
 * Gives the new session's token, or an error code for the sign-in page ("wrong", or "wait:<seconds>").
 */
export async function signInWithPassword(
  rawEmail: string,
  password: string,
  address: string,
  now: Date,
): Promise<{ userId: string; token: string; locale: string } | { error: string }> {
  const parsed = Email.safeParse(rawEmail);
  const email = parsed.success ? parsed.data : "";
  const wait =
    (await countAttempt("sign-in-address", address)) ?? (await countAttempt("sign-in-email", email || "-"));
  if (wait !== null) return { error: `wait:${wait}` };
  const user = email ? await personByEmail(pools().auth, email) : null;
  if (!(await checkPassword(user?.passwordHash ?? null, password.slice(0, 200))) || !user)
    return { error: "wrong" };
  await Promise.all([forgetAttempts("sign-in-email", email), takeBackAttempt("sign-in-address", address)]);
  return { userId: user.id, token: await startSession(user.id, now), locale: user.locale };
}
