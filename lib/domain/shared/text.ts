/** The languages Koers speaks. */
export const LOCALES = ["en", "nl"] as const;
export type Locale = (typeof LOCALES)[number];

/** A text a customer wrote, in one or both languages. A missing translation is flagged, never invented. */
export type LocalText = { readonly en?: string; readonly nl?: string };

/**
 * The text in `locale`, or in the other language when it was not translated.
 * `missing` is true when the fallback was used, so that the screen can flag it.
 */
export function readText(
  text: LocalText | null | undefined,
  locale: Locale,
): { text: string; missing: boolean } {
  const wanted = text?.[locale]?.trim();
  if (wanted) return { text: wanted, missing: false };
  const other = text?.[locale === "en" ? "nl" : "en"]?.trim() ?? "";
  return { text: other, missing: other !== "" };
}

/** The text in `locale` with fallback; for places that have no room to flag a missing translation. */
export const inLocale = (text: LocalText | null | undefined, locale: Locale): string =>
  readText(text, locale).text;
