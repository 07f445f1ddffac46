import { LOCALES, type Locale } from "@/lib/domain/shared/text";

/** Cookie that holds the language a person chose. Language is never part of an address in the app. */
export const LOCALE_COOKIE = "locale";
/** Cookie that holds "light" or "dark"; absent means: follow the system. */
export const THEME_COOKIE = "theme";
/** Cookie that holds "icons" when the left rail is folded. */
export const RAIL_COOKIE = "rail";

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** Narrows an unknown value to a language Koers speaks. */
export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);

/** The theme a cookie asks for; anything unknown follows the system. */
export const readTheme = (value: string | undefined): Theme =>
  value === "light" || value === "dark" ? value : "system";

/**
 * The language for a request: the chosen one, else the best of `Accept-Language`
 * (RFC 9110 12.5.4: highest q first, `q=0` refuses), else English.
 */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null | undefined): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const q = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { language } of wanted) if (isLocale(language)) return language;
  return "en";
}
