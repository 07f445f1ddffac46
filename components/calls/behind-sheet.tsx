"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { SideSheet } from "@/components/ui/side-sheet";
import { useUrlParam } from "@/components/ui/use-url-param";
import type { ProcessCalls } from "@/lib/features/calls/view";
import { paths } from "@/lib/platform/paths";
import { RESULT_TONE, STANDING_TONE } from "./tones";
import { useWhen } from "./words";

/** A count that opens the calls behind it; `id` names it in the address. */
export type Count = { readonly id: string; readonly label: string; readonly calls: readonly string[] };

/** The calls behind the count that the address names, the latest first. */
export function BehindSheet({
  org,
  view,
  counts,
}: {
  org: string;
  view: ProcessCalls;
  counts: readonly Count[];
}) {
  const t = useTranslations("calls");
  const when = useWhen(view);
  const [named, set] = useUrlParam("explain");
  const shown = counts.find(({ id }) => id === named);
  const behind = new Set(shown?.calls);
  return (
    <SideSheet
      title={shown?.label ?? ""}
      description={shown && t("figures.behind", { count: behind.size })}
      open={shown !== undefined}
      onOpenChange={(open) => !open && set(null)}
    >
      <ul>
        {view.calls
          .filter(({ id }) => behind.has(id))
          .map(({ id, dealId, deal, goal, at, standing, result }) => (
            <li key={id} className="border-t border-line py-2 first:border-t-0">
              <div className="flex items-start justify-between gap-3">
                <Link
                  href={paths.call(org, dealId, id)}
                  prefetch={false}
                  className="min-h-6 min-w-0 text-body-strong break-words hover:underline touch:min-h-11"
                >
                  {deal}
                </Link>
                {result ? (
                  <Badge tone={RESULT_TONE[result]}>{t(`result.${result}`)}</Badge>
                ) : (
                  <Badge tone={STANDING_TONE[standing]}>{t(`standing.${standing}`)}</Badge>
                )}
              </div>
              <p className="break-words">{goal || t("withoutGoal")}</p>
              <p className="tnum text-caption font-normal text-ink-3">{when(at)}</p>
            </li>
          ))}
      </ul>
    </SideSheet>
  );
}
