"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { announce } from "@/components/ui/live-region";
import { meetOnDeal } from "@/lib/features/deals/actions";
import type { DealMeeting } from "@/lib/features/deals/view";
import { useDeal } from "./deal-provider";

/** Milliseconds between two signs of life. */
const BEAT = 4_000;

/**
 * The colleagues who have this deal open. What they change appears here; what is being typed stays, and keeps the version it
 * began from.
 */
export function useMeeting(): DealMeeting["colleagues"] {
  const { org, deal } = useDeal();
  const t = useTranslations("deals.deal");
  const router = useRouter();
  const [colleagues, setColleagues] = useState<DealMeeting["colleagues"]>([]);
  const { id, seq } = deal;
  useEffect(() => {
    let ended = false;
    const meet = async () => {
      if (document.visibilityState !== "visible") return;
      const met = await meetOnDeal(org, { id, seq });
      if (ended || !met.ok) return;
      const { colleagues: now, newer } = met.value;
      setColleagues((was) => (JSON.stringify(was) === JSON.stringify(now) ? was : now));
      if (!newer) return;
      router.refresh();
      if (newer.by) announce(t("changedBy", { who: newer.by }));
    };
    void meet();
    const timer = window.setInterval(meet, BEAT);
    return () => {
      ended = true;
      window.clearInterval(timer);
    };
  }, [org, id, seq, router, t]);
  return colleagues;
}
