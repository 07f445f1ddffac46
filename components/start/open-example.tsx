"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { openExample } from "@/lib/features/demo/actions";
import { isLocale } from "@/lib/platform/i18n/locale";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";

/** Opens one's example organisation; the first time it is filled while one waits. */
export function OpenExample() {
  const t = useTranslations("auth.example");
  const locale = useLocale();
  const sentence = useRefusal();
  const hydrated = useHydrated();
  const [opening, setOpening] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const open = async () => {
    setOpening(true);
    setRefused(null);
    const opened = await openExample({ locale: isLocale(locale) ? locale : "en" });
    if (opened.ok) return window.location.assign(paths.today(opened.value.slug));
    setOpening(false);
    setRefused(sentence(opened.refusal));
  };
  return (
    <>
      {refused && <Banner tone="bad">{refused}</Banner>}
      <Button className="self-start" loading={opening} disabled={!hydrated} onClick={open}>
        {t(opening ? "opening" : "open")}
      </Button>
    </>
  );
}
