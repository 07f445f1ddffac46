import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Both, Planned } from "@/lib/domain/process/compare";
import type { SideView } from "./side";

/** Both routes on one scale of days, so that what is longer is longer. */
export function CompareTime({
  left,
  right,
  planned,
}: {
  left: SideView;
  right: SideView;
  planned: Both<Planned>;
}) {
  const t = useTranslations("processes");
  const most = Math.max(planned.left.days, planned.right.days, 1);
  return (
    <Card title={t("compare.time")} sub={t("compare.timeHow")}>
      <div className="flex flex-col gap-6">
        <Track side={left} planned={planned.left} most={most} />
        <Track side={right} planned={planned.right} most={most} />
      </div>
    </Card>
  );
}

function Track({ side, planned, most }: { side: SideView; planned: Planned; most: number }) {
  const { words, document } = side;
  const { t } = words;
  const days = (count: number) => t("counts.days", { count });
  return (
    <section>
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-body-strong">{side.name}</span>
        <span className="tnum text-body text-ink-2">
          <span className="text-body-strong text-ink">{days(planned.days)}</span>
          {planned.without > 0 && `, ${t("compare.without", { count: planned.without })}`}
        </span>
      </h3>
      <ol
        className="mt-4 flex flex-col gap-1 sm:w-(--share) sm:flex-row sm:gap-0"
        // The scale of days is only on a line; stacked on a phone the rows read as a list.
        style={{ ["--share" as string]: `${Math.max(20, (planned.days / most) * 100)}%` }}
      >
        {document.stages.map((stage) => (
          <li
            key={stage.key}
            className="relative flex min-w-0 justify-between gap-3 border-l-4 border-accent pl-3 sm:block sm:border-t-4 sm:border-l-0 sm:pt-3 sm:pr-2 sm:pl-0"
            style={{ flex: `${stage.plannedDays || 1} 1 0` }}
          >
            <span
              aria-hidden="true"
              className="absolute -top-2.5 left-0 hidden size-4 rounded-full border-[3px] border-accent bg-surface sm:block"
            />
            <span className="block truncate text-body" title={words.stageName(stage)}>
              {words.stageName(stage)}
            </span>
            <span className="tnum block shrink-0 text-caption font-normal text-ink-3">
              {stage.plannedDays
                ? t("unitShort.calendar-days", { n: stage.plannedDays })
                : t("counts.unplanned")}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
