import { refuse } from "@/lib/domain/shared/result";
import { ACCOUNT_VERBS } from "@/lib/features/registry";
import { executeAccount } from "@/lib/platform/account";
import { clientAddress } from "@/lib/platform/auth/client-address";
import { currentUser } from "@/lib/platform/auth/session";
import { door, isSameSite, respond } from "@/lib/platform/http/respond";

/** A write outside any organisation: sign up, found or join one, choose a language. */
export const POST = (request: Request, { params }: { params: Promise<{ verb: string }> }) =>
  door(async () => {
    if (!isSameSite(request)) return respond({ ok: false, refusal: refuse("cross-site") });
    const verb = ACCOUNT_VERBS.get((await params).verb);
    if (!verb) return respond({ ok: false, refusal: refuse("not-found") });
    const input: unknown = await request.json().catch(() => undefined);
    const address = clientAddress(request.headers.get("x-forwarded-for"));
    return respond(await executeAccount(verb, await currentUser(), input, { address }));
  });
