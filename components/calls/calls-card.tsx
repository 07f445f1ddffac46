"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { CallLine, DealCalls } from "@/lib/features/calls/view";
import { paths } from "@/lib/platform/paths";
import { RESULT_TONE, STANDING_TONE } from "./tones";
import { useWhen } from "./words";

/** Past calls shown before somebody asks for all. */
const PAST = 3;

/** The calls on a deal: what is planned, and what came of those before. */
export function CallsCard({ org, view }: { org: string; view: DealCalls }) {
  const t = useTranslations("calls");
  const router = useRouter();
  useCommands([
    view.mayPlan && { label: t("planOne"), run: () => router.push(paths.newCall(org, view.dealId)) },
  ]);
  const planned = view.calls.filter(({ status }) => status === "planned");
  const past = view.calls.filter(({ status }) => status !== "planned");
  const rest = past.slice(PAST);
  return (
    <Card
      title={t("title")}
      sub={t("sub")}
      actions={
        view.mayPlan && (
          <LinkButton size="small" href={paths.newCall(org, view.dealId)}>
            {t("planOne")}
          </LinkButton>
        )
      }
    >
      {view.calls.length === 0 && <p className="text-ink-3">{t("none")}</p>}
      <Lines org={org} view={view} calls={[...planned, ...past.slice(0, PAST)]} />
      {rest.length > 0 && (
        <details className="mt-2">
          <summary className="min-h-6 cursor-pointer text-caption font-normal text-ink-3 touch:min-h-11">
            {t("all", { count: rest.length + Math.max(0, view.total - view.calls.length) })}
          </summary>
          <Lines org={org} view={view} calls={rest} />
        </details>
      )}
    </Card>
  );
}

function Lines({ org, view, calls }: { org: string; view: DealCalls; calls: readonly CallLine[] }) {
  const t = useTranslations("calls");
  const when = useWhen(view);
  return (
    <ul>
      {calls.map(({ id, deal, goal, at, channel, owner, standing, result, learned, reason }) => (
        <li key={id} className="border-t border-line py-2 first:border-t-0">
          <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
            <Link
              href={paths.call(org, deal.id, id)}
              prefetch={false}
              className="min-h-6 min-w-0 text-body-strong break-words hover:underline"
            >
              {goal || t("withoutGoal")}
            </Link>
            {result && standing === "held" ? (
              <Badge tone={RESULT_TONE[result]}>{t(`result.${result}`)}</Badge>
            ) : (
              <Badge tone={STANDING_TONE[standing]}>{t(`standing.${standing}`)}</Badge>
            )}
          </div>
          <p className="flex flex-wrap gap-x-2 text-caption font-normal text-ink-3">
            <span className="tnum">{when(at)}</span>
            <span>{t(`channel.${channel}`)}</span>
            <span>{t("by", { name: owner.name })}</span>
            {reason && <span>{t(`notHeld.reasons.${reason}`)}</span>}
          </p>
          {learned && standing === "held" && (
            <p dir="auto" className="line-clamp-2 break-words text-ink-2">
              {learned}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
