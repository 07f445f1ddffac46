"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RouteMini } from "@/components/route-line/route-mini";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import type { DealView } from "@/lib/features/deals/view";
import { routeOf } from "../deal-route";
import { useText } from "../words";
import { DealChoice } from "./deal-choice";
import { dealName } from "./subject";
import type { useLogScreen } from "./use-log-screen";

/** The deal it is about: the one asked for or worked on last, to be confirmed by going on or changed with a tap. */
export function About({
  screen,
  name,
  onName,
  choosing,
}: {
  screen: ReturnType<typeof useLogScreen>;
  name: string;
  onName: (name: string) => void;
  choosing: boolean;
}) {
  const t = useTranslations("deals.log");
  const { who, deal, deals, q, setQ, open } = screen;
  const [wanted, setWanted] = useState<boolean | null>(null);
  const shown = wanted ?? (choosing || (deals !== null && deal === null && deals.length === 0));
  if (who.how === "device" && !deal)
    return (
      <div className="pb-4">
        <Field label={t("whichDeal")} hint={t("nameHint")}>
          <Input value={name} onChange={(event) => onName(event.target.value)} most={200} />
        </Field>
      </div>
    );
  return (
    <div className="pb-4">
      <h1>
        <button
          type="button"
          aria-expanded={shown}
          onClick={() => setWanted(!shown)}
          className="flex min-h-11 w-full items-center gap-2 page-title text-left"
        >
          <span className="min-w-0 truncate">{deal ? dealName(deal) : t("chooseDeal")}</span>
          <ChevronDown className="size-5 shrink-0" strokeWidth={1.6} aria-hidden="true" />
        </button>
      </h1>
      {deal ? <Position deal={deal} /> : who.how === "asking" && <Skeleton className="h-4 w-48" />}
      {shown && (
        <div className="mt-3">
          <DealChoice
            deals={deals}
            q={q}
            onSearch={setQ}
            onChoose={(id) => {
              setWanted(false);
              setQ("");
              void open(id);
            }}
          />
        </div>
      )}
    </div>
  );
}

/** Where the deal is: its line in small, the stage and how long already. */
export function Position({ deal }: { deal: DealView }) {
  const t = useTranslations("deals.log");
  const text = useText();
  const stage = deal.stages.find(({ key }) => key === deal.stageKey);
  const view = routeOf(deal, {
    text,
    days: String,
    planned: String,
    won: "",
    outcome: "",
    reason: () => "",
  });
  if (!stage) return null;
  return (
    <p className="flex items-center gap-3 text-ink-2">
      <RouteMini view={view} className="shrink-0" />
      <span className="min-w-0 truncate">
        {deal.daysInStage === null
          ? text(stage.name)
          : t("stageDay", { stage: text(stage.name), day: deal.daysInStage })}
      </span>
    </p>
  );
}
