import "server-only";
import type { z } from "zod";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import type { PrismaClient } from "./db/generated/client";
import { pools } from "./db/pools";
import { log } from "./log";
import { Refused, refusalOf, refuseInput } from "./refusals";
import type { Result } from "./verb";

/** Who is behind an account verb: a signed-in person, or nobody yet. */
export type AccountUser = { readonly id: string; readonly email: string; readonly name: string };

/** What an account verb works with. `auth` sees only identity and look-ups across organisations. */
export type AccountWork<I> = {
  readonly auth: PrismaClient;
  readonly user: AccountUser | null;
  readonly input: I;
  readonly now: Date;
  /** The client's address, for limits. */
  readonly address: string;
};

/** A verb outside any organisation: sign up, found or join an organisation, choose a language. */
export type AccountCommand<S extends z.ZodType = z.ZodType, O = unknown> = {
  readonly kind: "account-command";
  readonly name: string;
  readonly input: S;
  readonly who: "anyone" | "signed-in";
  readonly run: (work: AccountWork<z.output<S>>) => Promise<O | Refusal>;
};

/** Declares an account verb. See `AccountCommand`. */
export function accountCommand<S extends z.ZodType, O>(
  spec: Omit<AccountCommand<S, O>, "kind">,
): AccountCommand<S, O> {
  return { kind: "account-command", ...spec };
}

/** Runs an account verb: parse, who, work. */
export async function executeAccount<S extends z.ZodType, O>(
  verb: AccountCommand<S, O>,
  user: AccountUser | null,
  raw: unknown,
  { now = new Date(), address = "direct" }: { now?: Date; address?: string } = {},
): Promise<Result<O>> {
  const parsed = verb.input.safeParse(raw);
  if (!parsed.success) return { ok: false, refusal: refuseInput(parsed.error) };
  if (verb.who === "signed-in" && !user) return { ok: false, refusal: refuse("signed-out") };
  try {
    const value = await verb.run({ auth: pools().auth, user, input: parsed.data, now, address });
    if (isRefusal(value)) throw new Refused(value);
    return { ok: true, value: value as O };
  } catch (error) {
    const refusal = refusalOf(error, verb.name);
    if (refusal) return { ok: false, refusal };
    log.error({ verb: verb.name, err: error }, "an account verb failed");
    throw error;
  }
}
