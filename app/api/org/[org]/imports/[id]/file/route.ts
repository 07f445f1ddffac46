import { refuse } from "@/lib/domain/shared/result";
import { uploadFile } from "@/lib/features/imports/upload";
import { sessionCaller } from "@/lib/platform/auth/session";
import { door, isSameSite, respond } from "@/lib/platform/http/respond";

type Params = { params: Promise<{ org: string; id: string }> };

/** The file of an import, as the raw body of the request, kept as it comes in. */
export const POST = (request: Request, { params }: Params) =>
  door(async () => {
    if (!isSameSite(request)) return respond({ ok: false, refusal: refuse("cross-site") });
    const { org, id } = await params;
    const caller = await sessionCaller(org);
    if (!caller) return respond({ ok: false, refusal: refuse("signed-out") });
    return respond(await uploadFile(caller, id, request));
  });
