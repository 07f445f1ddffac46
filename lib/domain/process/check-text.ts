import { LOCALES, type Locale, type LocalText } from "../shared/text";
import { behindIn } from "./agreed";
import { type Place, type Problem, problem } from "./problems";
import type { ProcessDocument, TextOwner } from "./types";

/** True when the text has no words in any language. */
export const isBlank = (text: LocalText): boolean => !text.en?.trim() && !text.nl?.trim();

/** A hint for each text that was written in one of the organisation's languages but not in another. */
export const missingTranslations = (
  texts: Readonly<Record<string, LocalText>>,
  place: Place,
  locales: readonly Locale[],
): Problem[] =>
  Object.entries(texts)
    .filter(([, text]) => !isBlank(text))
    .flatMap(([field, text]) =>
      locales
        .filter((locale) => !text[locale]?.trim())
        .map((locale) =>
          problem("translation-missing", { ...place, field: `${field}.${locale}` }, { locale }),
        ),
    );

/** A hint for each text that was changed in one of the organisation's languages and not in another. */
export const behindTranslations = (
  doc: ProcessDocument,
  owner: TextOwner,
  texts: Readonly<Record<string, LocalText>>,
  place: Place,
  locales: readonly Locale[],
): Problem[] =>
  Object.entries(texts).flatMap(([field, text]) => {
    const locale = behindIn(doc, owner, field, text);
    return locale && locales.length > 1 && locales.includes(locale)
      ? [problem("translation-behind", { ...place, field: `${field}.${locale}` }, { locale })]
      : [];
  });

type Named = { readonly name: LocalText };

/** True when one before it in the list has the same name in a language, whatever its case. */
export function repeatsName<T extends Named>(one: T, list: readonly T[]): boolean {
  const earlier = list.slice(0, list.indexOf(one));
  return earlier.some((other) => LOCALES.some((locale) => sameWords(one.name, other.name, locale)));
}

function sameWords(one: LocalText, other: LocalText, locale: Locale): boolean {
  const words = one[locale]?.trim().toLowerCase();
  return !!words && words === other[locale]?.trim().toLowerCase();
}
