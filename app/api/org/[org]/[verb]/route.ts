import { refuse } from "@/lib/domain/shared/result";
import { VERBS } from "@/lib/features/registry";
import { sessionCaller } from "@/lib/platform/auth/session";
import { execute, read, readJson } from "@/lib/platform/execute";
import { door, isSameSite, respond, respondJson } from "@/lib/platform/http/respond";

type Params = { params: Promise<{ org: string; verb: string }> };

/** A read by the browser: `?input=<json>`. */
export const GET = (request: Request, { params }: Params) =>
  door(async () => {
    const { org, verb: name } = await params;
    const verb = VERBS.get(name);
    if (!verb || verb.kind === "command") return respond({ ok: false, refusal: refuse("not-found") });
    const caller = await sessionCaller(org);
    if (!caller) return respond({ ok: false, refusal: refuse("signed-out") });
    const input = parse(new URL(request.url).searchParams.get("input") ?? "{}");
    return verb.kind === "json-query"
      ? respondJson(await readJson(verb, caller, input))
      : respond(await read(verb, caller, input));
  });

/** A write by the browser: the input as JSON, an idempotency key and the member it is for in its headers. */
export const POST = (request: Request, { params }: Params) =>
  door(async () => {
    if (!isSameSite(request)) return respond({ ok: false, refusal: refuse("cross-site") });
    const { org, verb: name } = await params;
    const verb = VERBS.get(name);
    if (verb?.kind !== "command") return respond({ ok: false, refusal: refuse("not-found") });
    const caller = await sessionCaller(org);
    if (!caller) return respond({ ok: false, refusal: refuse("signed-out") });
    const key = request.headers.get("idempotency-key") ?? undefined;
    const member = request.headers.get("koers-member") ?? undefined;
    return respond(await execute(verb, caller, parse(await request.text()), { key, member }));
  });

// Text that is no JSON is refused by the verb's own schema, with its own words.
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
