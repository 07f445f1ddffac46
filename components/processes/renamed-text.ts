import type { LocalText } from "@/lib/domain/shared/text";
import type { Words } from "./words";

/** What a thing was called; where only the other language changed, in which one and from what into what. */
export function renamedText(old: LocalText, now: LocalText, { t, locale, text }: Words): string {
  const other = locale === "en" ? "nl" : "en";
  if ((old[locale] ?? "") !== (now[locale] ?? "")) return t("changes.was", { text: text(old) });
  const [from, to] = [old[other], now[other]];
  const change =
    from && to ? t("changes.fromTo", { from, to }) : to || t("changes.was", { text: from ?? "" });
  return t("changes.inLanguage", { language: t(`panel.languages.${other}`), change });
}
