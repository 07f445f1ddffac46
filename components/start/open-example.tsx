"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Locale } from "@/lib/domain/shared/text";
import { openExample } from "@/lib/features/demo/actions";
import { isLocale } from "@/lib/platform/i18n/locale";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";

const ASK_AGAIN_MS = 1_500;
const MOST_ASKED = 40;

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
    const opened = await openWhenFilled(isLocale(locale) ? locale : "en");
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

/** Another window of the same person may be filling it: then it is asked for again until it is there. */
async function openWhenFilled(locale: Locale): ReturnType<typeof openExample> {
  for (let asked = 1; ; asked += 1) {
    const opened = await openExample({ locale });
    if (opened.ok || opened.refusal.code !== "example-opening" || asked === MOST_ASKED) return opened;
    await new Promise((go) => setTimeout(go, ASK_AGAIN_MS));
  }
}
