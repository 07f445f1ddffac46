import { LOCALES, type Locale, type LocalText } from "../shared/text";
import { type Place, type Problem, problem } from "./problems";

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
