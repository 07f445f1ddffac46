"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { inLocale, type LocalText } from "@/lib/domain/shared/text";
import type { Found } from "@/lib/features/search/view";
import { isLocale } from "@/lib/platform/i18n/locale";
import type { Words } from "./items";

/** What the rows of the palette say, in the language of the page. */
export function useFoundWords(): (q: string) => Words {
  const t = useTranslations("search");
  const locale = useLocale();
  return useMemo(() => {
    const text = (local: LocalText | null) => inLocale(local, isLocale(locale) ? locale : "en");
    const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(" · ");
    const hint = (hit: Found): string => {
      switch (hit.kind) {
        case "deal":
          return joined(hit.company, hit.outcome ? t(`outcome.${hit.outcome}`) : text(hit.stage), hit.owner);
        case "company":
          return t("openDeals", { count: hit.openDeals });
        case "contact":
          return joined(hit.jobTitle, hit.company);
        case "process":
          return "";
      }
    };
    const name = (hit: Found) => (hit.kind === "process" ? text(hit.name) : hit.name);
    return (q: string) => ({
      group: {
        recent: t("group.recent"),
        do: t("group.do"),
        go: t("group.go"),
        deal: t("group.deal"),
        company: t("group.company"),
        contact: t("group.contact"),
        process: t("group.process"),
      },
      more: {
        deal: t("more.deal", { q }),
        company: t("more.company", { q }),
        contact: t("more.contact", { q }),
        process: t("more.process", { q }),
      },
      keys: t("keys.title"),
      keysAlso: t("also.keys"),
      name,
      hint,
    });
  }, [t, locale]);
}
