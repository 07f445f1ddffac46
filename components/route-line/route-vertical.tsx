import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { spokenState } from "./layout";
import type { RouteStage, RouteView } from "./types";

function Rail({ stage, last, number }: { stage: RouteStage; last: boolean; number?: number }) {
  const here = stage.state === "here";
  const line =
    stage.state === "behind" && !stage.ended
      ? stage.claimed
        ? "border-x-2 border-accent"
        : "bg-accent"
      : "border-l-[3px] border-dotted border-accent";
  return (
    <span aria-hidden="true" className="relative flex w-7 shrink-0 justify-center">
      {!last && (
        <span
          className={cn(
            "absolute top-4 -bottom-1 w-[5px]",
            line,
            (stage.state !== "behind" || stage.ended) && "w-0",
          )}
        />
      )}
      <span
        data-forced-mark
        className={cn(
          "relative mt-0.5 flex size-5 items-center justify-center rounded-full border-[3px] border-accent bg-surface text-[11px] leading-none font-semibold",
          here && "border-here bg-here text-surface ring-2 ring-here/40 ring-offset-2 ring-offset-surface",
        )}
      >
        {number}
      </span>
    </span>
  );
}

/** The line upright, as a list that is read as it is seen: for a phone. */
export function RouteVertical({
  view,
  numbered = false,
  className,
}: {
  view: RouteView;
  numbered?: boolean;
  className?: string;
}) {
  const t = useTranslations("common.route");
  return (
    <ol className={cn("flex flex-col", className)} aria-label={t("stages")}>
      {view.stages.map((stage, index) => (
        <li key={stage.key} className="flex gap-3" aria-current={stage.state === "here" ? "step" : undefined}>
          <Rail
            stage={stage}
            last={index === view.stages.length - 1 && !view.end}
            number={numbered ? index + 1 : undefined}
          />
          <div className="min-w-0 flex-1 pb-4">
            {stage.state === "here" && (
              <p className="text-caption font-semibold text-here">
                {view.day === undefined ? t("here") : t("hereDay", { day: view.day })}
              </p>
            )}
            <p className={stage.state === "here" ? "text-body-strong" : "text-body"}>
              {stage.name}
              {!view.plan && (
                <span className={spokenState(stage) === "claimed" ? "font-normal text-ink-3" : "sr-only"}>
                  , {t(`state.${spokenState(stage)}`)}
                </span>
              )}
            </p>
            {stage.ended && <p className="text-caption font-semibold text-ink-2">{view.outcome}</p>}
            {stage.note && <p className="text-caption font-normal text-ink-3">{stage.note}</p>}
          </div>
        </li>
      ))}
      {view.end && (
        <li className="flex gap-3">
          <span aria-hidden="true" className="flex w-7 shrink-0 justify-center">
            <span
              className={cn(
                "mt-0.5 size-5 rounded-full border-[3px] border-accent",
                view.end.reached ? "bg-accent" : "bg-surface",
              )}
            />
          </span>
          <div>
            <p>{view.end.name}</p>
            {view.end.note && <p className="text-caption font-normal text-ink-3">{view.end.note}</p>}
          </div>
        </li>
      )}
    </ol>
  );
}
