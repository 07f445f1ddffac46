import { Circle } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Judgement } from "@/lib/domain/maturity/judgement";
import type { ProcessMaturity } from "@/lib/features/maturity/view";
import { GateAction } from "./gate-action";
import { OrganizationLine } from "./organization-line";

const SHOWN = 4;

/** Quick ones first: what takes minutes before what takes weeks, and what cannot be done yet last. */
const urgency = ({ effort, waitsFor }: Judgement): number =>
  effort === null
    ? 1e6
    : effort.unit === "weeks"
      ? 1e3 + effort.amount
      : effort.amount + (waitsFor ? 500 : 0);

/** What the next level still asks for, each with what it takes and the way to it. */
export function NextLevel({ org, view }: { org: string; view: ProcessMaturity }) {
  const t = useTranslations("maturity");
  const { process, gates, canReview, canEdit } = view;
  const missing = gates.filter(({ state }) => state !== "met").sort((a, b) => urgency(a) - urgency(b));
  const [head] = missing;
  if (!head) {
    return (
      <Card title={t("top")} sub={t("topText")}>
        <OrganizationLine organization={view.organization} />
      </Card>
    );
  }
  const quick = missing.filter(({ effort }) => effort?.unit === "minutes");
  const minutes = quick.reduce((sum, { effort }) => sum + (effort?.amount ?? 0), 0);
  const title =
    quick.length > 0
      ? t("nextTitle", { count: quick.length, minutes })
      : t("nextTitleWeeks", { count: missing.length });
  return (
    <Card next>
      <p className="text-caption font-semibold text-here">{t("next", { level: t(`level.${head.level}`) })}</p>
      <h2 className="section-title">{title}</h2>
      <p className="text-caption font-normal text-ink-3">{t("nextRule")}</p>
      <ol className="mt-3 divide-y divide-line border-y border-line">
        {missing.slice(0, SHOWN).map(({ gate, missing: count, effort, waitsFor }, index) => (
          <li key={gate} className="flex gap-3 py-3">
            <Circle
              className={`mt-0.5 size-4 shrink-0 ${index === 0 ? "text-here" : "text-ink-2"}`}
              strokeWidth={2.5}
              aria-hidden="true"
            />
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-start justify-between gap-2">
                <h3 className="text-body-strong">{t(`action.${gate}.title`, { count: count || 1 })}</h3>
                {effort && (
                  <Badge>
                    {effort.unit === "minutes"
                      ? t("minutes", { count: effort.amount })
                      : t("weeks", { count: effort.amount })}
                  </Badge>
                )}
              </div>
              <p className="mb-2 text-ink-2">
                {waitsFor && waitsFor !== "cases"
                  ? t(`waits.${waitsFor}` as Parameters<typeof t>[0], { count: count ?? 0 })
                  : t(`action.${gate}.text`)}
              </p>
              <GateAction
                org={org}
                gate={gate}
                process={process}
                first={index === 0}
                canReview={canReview}
                canEdit={canEdit}
              />
            </div>
          </li>
        ))}
      </ol>
      {missing.length > SHOWN && (
        <p className="mt-3 text-caption font-normal text-ink-3">
          {t("more", { count: missing.length - SHOWN })}
        </p>
      )}
      <OrganizationLine organization={view.organization} className="mt-3" />
    </Card>
  );
}
