import { cookies, headers } from "next/headers";
import { readFilter, toCriteria } from "@/components/deals/filter";
import { isRefusal, refuse } from "@/lib/domain/shared/result";
import { dealsFile } from "@/lib/features/deals/file";
import { sessionCaller } from "@/lib/platform/auth/session";
import { door, respond } from "@/lib/platform/http/respond";
import { LOCALE_COOKIE, pickLocale } from "@/lib/platform/i18n/locale";

type Params = { params: Promise<{ org: string }> };

/** The deals of a list as a file: its address has the same search part as the list's own. */
export const GET = (request: Request, { params }: Params) =>
  door(async () => {
    const { org } = await params;
    const caller = await sessionCaller(org);
    if (!caller) return respond({ ok: false, refusal: refuse("signed-out") });
    const locale = pickLocale(
      (await cookies()).get(LOCALE_COOKIE)?.value,
      (await headers()).get("accept-language"),
    );
    const filter = readFilter(Object.fromEntries(new URL(request.url).searchParams));
    const file = await dealsFile(caller, toCriteria(filter), locale);
    if (isRefusal(file)) return respond({ ok: false, refusal: file });
    return new Response(file.body, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "cache-control": "no-store",
      },
    });
  });
