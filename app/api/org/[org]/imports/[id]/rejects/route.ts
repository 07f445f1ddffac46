import { cookies, headers } from "next/headers";
import { isRefusal, refuse } from "@/lib/domain/shared/result";
import { rejectsFile } from "@/lib/features/imports/rejects";
import { sessionCaller } from "@/lib/platform/auth/session";
import { door, respond } from "@/lib/platform/http/respond";
import { LOCALE_COOKIE, pickLocale } from "@/lib/platform/i18n/locale";

type Params = { params: Promise<{ org: string; id: string }> };

/** The rejected rows of an import, to be put right and imported again. */
export const GET = (_: Request, { params }: Params) =>
  door(async () => {
    const { org, id } = await params;
    const caller = await sessionCaller(org);
    if (!caller) return respond({ ok: false, refusal: refuse("signed-out") });
    const locale = pickLocale(
      (await cookies()).get(LOCALE_COOKIE)?.value,
      (await headers()).get("accept-language"),
    );
    const file = await rejectsFile(caller, id, locale);
    if (isRefusal(file)) return respond({ ok: false, refusal: file });
    return new Response(file.body, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "cache-control": "no-store",
      },
    });
  });
