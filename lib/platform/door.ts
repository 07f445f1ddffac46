import { type Refusal, refuse } from "@/lib/domain/shared/result";
import type { Result } from "./verb";

/*
 * The browser's side of the one door: a verb is called by name over HTTP. `actions.ts` of each feature lists its verbs
 * as one-liners made here; components import those and nothing else.
 */

async function answer<O>(response: Promise<Response>): Promise<Result<O>> {
  let refusal: Refusal = refuse("offline");
  try {
    const got = await response;
    refusal = refuse("failed");
    return (await got.json()) as Result<O>;
  } catch {
    // No connection, or an answer that is no JSON: the caller keeps what was typed and shows the refusal.
    return { ok: false, refusal };
  }
}

type PostOptions = {
  /** Makes a repeat give the first answer and change nothing. */
  readonly key?: string | undefined;
  /** The membership that it is sent for: refused (`somebody-else`) when another person is signed in by now. */
  readonly member?: string | undefined;
  readonly signal?: AbortSignal | undefined;
};

const post = (url: string, input: unknown, { key, member, signal }: PostOptions = {}): Promise<Response> =>
  fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(key && { "idempotency-key": key }),
      ...(member && { "koers-member": member }),
    },
    body: JSON.stringify(input ?? {}),
    ...(signal && { signal }),
  });

/** Calls a write by its name; what `action` does for verbs that are known beforehand. */
export const send = <O>(
  org: string,
  name: string,
  input: unknown,
  options: PostOptions,
): Promise<Result<O>> => answer<O>(post(`/api/org/${encodeURIComponent(org)}/${name}`, input, options));

/** A write inside an organisation. The returned function never throws: offline and failures are refusals. */
export function action<I, O>(
  name: string,
): (org: string, input: I, options?: { key?: string }) => Promise<Result<O>> {
  return (org, input, options) => send<O>(org, name, input, options ?? {});
}

/** A write outside any organisation (sign up, join, language). */
export function accountAction<I, O>(name: string): (input: I) => Promise<Result<O>> {
  return (input) => answer<O>(post(`/api/account/${name}`, input));
}

/** A read by the browser: the same query the page runs. */
export function reader<I, O>(
  name: string,
): (org: string, input: I, signal?: AbortSignal) => Promise<Result<O>> {
  return (org, input, signal) => {
    const query = new URLSearchParams({ input: JSON.stringify(input ?? {}) });
    return answer<O>(fetch(`/api/org/${encodeURIComponent(org)}/${name}?${query}`, signal ? { signal } : {}));
  };
}
