import NextAuth from "next-auth";
import { signInWithPassword } from "@/lib/features/accounts/sign-in";
import { authOptions } from "@/lib/platform/auth/options";

// Made per request, so that a build needs no environment.
const handler = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) =>
  NextAuth(authOptions(signInWithPassword))(request, context);

export { handler as GET, handler as POST };
