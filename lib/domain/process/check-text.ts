import type { Locale, LocalText } from "../shared/text";
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
