import "server-only";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { sessionCaller } from "./auth/session";
import { read } from "./execute";
import { paths } from "./paths";
import type { Read } from "./verb";

/**
 * Runs a page's query for the signed-in person at `slug`. Signed out leads to the sign-in page and back here;
 * what is not there, not theirs or not allowed is the same not-found page. Other refusals are faults.
 */
export async function load<S extends z.ZodType, O>(
  verb: Read<S, O>,
  slug: string,
  input: z.input<S>,
  here: string = paths.home(slug),
): Promise<O> {
  const caller = await sessionCaller(slug);
  if (!caller) redirect(paths.signIn(here));
  const result = await read(verb, caller, input);
  if (result.ok) return result.value;
  if (result.refusal.code === "signed-out") redirect(paths.signIn(here));
  if (["not-found", "not-allowed", "invalid-input"].includes(result.refusal.code)) notFound();
  throw new Error(`the query ${verb.name} refused: ${result.refusal.code}`);
}
