"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { Segmented } from "@/components/ui/radio-group";
import { LOCALE_COOKIE } from "@/lib/platform/i18n/locale";

const YEAR = 31_536_000;

/** The language of the pages before signing in. */
export function LanguageChoice() {
  const t = useTranslations("auth");
  const nav = useTranslations("nav");
  const router = useRouter();
  const locale = useLocale();
  const [, start] = useTransition();
  return (
    <Segmented
      label={t("language")}
      value={locale}
      onChange={(next) => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support
        document.cookie = `${LOCALE_COOKIE}=${next}; Path=/; SameSite=Lax; Max-Age=${YEAR}`;
        start(() => router.refresh());
      }}
      options={[
        { value: "en", label: nav("english") },
        { value: "nl", label: nav("dutch") },
      ]}
    />
  );
}
