import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, LOCALE_COOKIE, pickLocale } from "./locale";
import { MESSAGES } from "./messages";

/**
 * Language and messages of one request. The time zone is only a neutral default: days are calendar days, and moments
 * are formatted with the organisation's own zone (see format.ts), because a language is not a time zone.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked)
    ? asked
    : pickLocale((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get("accept-language"));
  return { locale, messages: MESSAGES[locale], timeZone: "UTC" };
});
