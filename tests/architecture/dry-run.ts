import { isRefusal, refuse } from "@/lib/domain/shared/result";
import type { Caller } from "@/lib/platform/context";
import { execute, read, readJson } from "@/lib/platform/execute";
import type { Verb } from "@/lib/platform/verb";
import { NOW } from "@/tests/support/world";

/** What came of a call: "done", or the code of the refusal; `text` is everything the caller was told. */
export type Told = { readonly outcome: string; readonly text: string };

/** Carries a value out of a command, as a refusal, so that the transaction is undone all the same. */
const UNDONE = "done";

/**
 * Calls a verb as its door would, except that what a command did is undone: whatever is called, and whoever calls,
 * the database must be afterwards as it was.
 */
export async function dryRun(
  verb: Verb,
  caller: Exclude<Caller, { kind: "job" }>,
  input: unknown,
): Promise<Told> {
  const told = (code: string, value: unknown): Told => ({
    outcome: code,
    text:
      typeof value === "string"
        ? value
        : (JSON.stringify(value, (_, v) => (typeof v === "bigint" ? Number(v) : v)) ?? ""),
  });
  if (verb.kind === "command") {
    const { hot } = verb;
    const done = (value: unknown) => refuse(UNDONE, undefined, { current: value });
    const undone: typeof verb = {
      ...verb,
      run: async (work) => {
        const value = await verb.run(work);
        return isRefusal(value) ? value : done(value);
      },
      hot: hot && {
        ...hot,
        decide: (work) => {
          const decided = hot.decide(work);
          return decided === null || isRefusal(decided) ? decided : done(decided.value);
        },
      },
    };
    const result = await execute(undone, caller, input, { now: NOW });
    if (result.ok) throw new Error("a dry run never succeeds");
    return told(result.refusal.code, result.refusal);
  }
  const result =
    verb.kind === "json-query"
      ? await readJson(verb, caller, input, { now: NOW })
      : await read(verb, caller, input, { now: NOW });
  return result.ok ? told(UNDONE, result.value) : told(result.refusal.code, result.refusal);
}
