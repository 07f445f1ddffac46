import "server-only";
import { cookies } from "next/headers";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/lib/platform/env";
import { LOCALE_COOKIE } from "@/lib/platform/i18n/locale";
import { clientAddress } from "./client-address";
import { cookieName, endSession, SESSION_SECONDS } from "./session";

const YEAR = 365 * 86_400;

type SignIn = (
  email: string,
  password: string,
  address: string,
  now: Date,
) => Promise<{ userId: string; token: string; locale: string } | { error: string }>;

/**
 * next-auth as a thin door: it owns the sign-in page, the callback and the cookie. The cookie's value is our random
 * session id and nothing else: `encode` and `decode` pass it through, and every request looks the session up.
 */
export function authOptions(signIn: SignIn): AuthOptions {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret)
    throw new Error('NEXTAUTH_SECRET is not set. Start Koers with "npm start", or see .env.example.');
  return {
    secret,
    pages: { signIn: "/sign-in" },
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    // Name and flags must agree with cookieName(): httpOnly, SameSite=Lax, and Secure where the address is https.
    useSecureCookies: cookieName().startsWith("__Secure-"),
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const address = clientAddress(request.headers?.["x-forwarded-for"]);
          const result = await signIn(
            credentials?.email ?? "",
            credentials?.password ?? "",
            address,
            new Date(),
          );
          if ("error" in result) throw new Error(result.error);
          // The language goes with the person: signing in on another browser brings it along.
          (await cookies()).set(LOCALE_COOKIE, result.locale, { path: "/", maxAge: YEAR, sameSite: "lax" });
          return { id: result.userId, token: result.token };
        },
      }),
    ],
    jwt: {
      encode: async ({ token }) => String(token?.sid ?? ""),
      decode: async ({ token }) => (token ? { sid: token } : null),
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: (user as { token?: string }).token } : token),
      // The browser learns nothing from next-auth's session endpoint.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === "string") await endSession(token.sid);
      },
    },
  };
}
