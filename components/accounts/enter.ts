import { signIn } from "next-auth/react";
import { type Refusal, refuse } from "@/lib/domain/shared/result";

/**
 * Signs in and gives null, or why not: wrong, seconds to wait, or no connection. The caller goes on with a full page
 * load, so that nothing of the person before stays in memory.
 */
export async function enter(email: string, password: string): Promise<Refusal | "wrong" | null> {
  try {
    const result = await signIn("credentials", { email, password, redirect: false });
    if (result?.ok && !result.error) return null;
    const seconds = /^wait:(\d+)$/.exec(result?.error ?? "")?.[1];
    if (seconds) return refuse("too-many-attempts", { seconds: Number(seconds) });
    return result?.error === "wrong" ? "wrong" : refuse("failed");
  } catch {
    return refuse("offline");
  }
}
