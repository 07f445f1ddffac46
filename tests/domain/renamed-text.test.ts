import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { renamedText } from "@/components/processes/renamed-text";
import { makeWords, type ProcessT } from "@/components/processes/words";
import type { Locale, LocalText } from "@/lib/domain/shared/text";
import { MESSAGES } from "@/lib/platform/i18n/messages";

const wordsIn = (locale: Locale) => {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "processes" });
  return makeWords(t as unknown as ProcessT, locale, { roles: [], departments: [] }, "opportunity");
};
const was: LocalText = { en: "Call", nl: "Bel" };

it.each<[string, Locale, LocalText, LocalText, string]>([
  ["in the reader's language", "en", was, { ...was, en: "Ring" }, "was Call"],
  ["in both", "nl", was, { en: "Ring", nl: "Telefoneer" }, "was Bel"],
  ["only in the other one", "en", was, { ...was, nl: "Telefoneer" }, "in Dutch: from Bel to Telefoneer"],
  ["only in the other one", "nl", was, { ...was, en: "Ring" }, "in het Engels: van Call naar Ring"],
  ["a translation that was not there", "en", { en: "Call" }, was, "in Dutch: Bel"],
  ["a translation taken away", "en", was, { en: "Call" }, "in Dutch: was Bel"],
])("a name: %s; says so to a reader of %s", (_, locale, old, now, said) => {
  expect(renamedText(old, now, wordsIn(locale))).toBe(said);
});
