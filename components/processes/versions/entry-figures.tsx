import { FigureButton } from "@/components/ui/figure-button";
import type { VersionEntry } from "@/lib/features/processes/view";
import { type Figure, figureId } from "./figures";
import { useVersionWords } from "./words";

/** What ran on a version and how it went; each figure opens its definition and its deals. */
export function EntryFigures({ version }: { version: VersionEntry }) {
  const { t, format, share, median, range } = useVersionWords();
  const { figures, number } = version;
  if (!figures || number === null) return null;
  const { open, closed, winRate, cycle, cameOver, wentOn } = figures;
  const small = "text-caption font-normal text-ink-3";
  const gone = wentOn.n > 0 && (
    <FigureButton
      id={figureId(number, "went-on")}
      label={t("onVersion", { figure: t("figure.went-on"), number })}
      className={`block ${small}`}
    >
      {t("wentOn", { count: wentOn.n })}
    </FigureButton>
  );
  if (open.n + closed.n === 0)
    return (
      <div className={`mt-1 ${small}`}>
        <p>{t("noneRan")}</p>
        {gone}
      </div>
    );
  const of = t("of", { k: winRate.k ?? 0, n: winRate.n });
  const between = range(winRate);
  const rows: readonly { figure: Figure; shown: string; sub: string | null }[] = [
    { figure: "open", shown: format.number(open.n), sub: null },
    { figure: "closed", shown: format.number(closed.n), sub: null },
    {
      figure: "win-rate",
      shown: share(winRate),
      sub:
        winRate.value === null
          ? null
          : winRate.status === "ok" && between
            ? `${t("range", { range: between })} · ${of}`
            : of,
    },
    {
      figure: "cycle",
      shown: median(cycle),
      sub:
        cycle.value === null
          ? null
          : [range(cycle) && t("range", { range: range(cycle) ?? "" }), t("daysOf", { n: cycle.n })]
              .filter(Boolean)
              .join(" · "),
    },
  ];
  return (
    <dl className="mt-2 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
      {rows.map(({ figure, shown, sub }) => (
        <div key={figure}>
          <dt className="text-caption text-ink-2">{t(`figure.${figure}`, { stage: "" })}</dt>
          <dd>
            <FigureButton
              id={figureId(number, figure)}
              label={t("onVersion", { figure: t(`figure.${figure}`, { stage: "" }), number })}
              className={shown.length > 12 ? "text-body" : "text-body-strong"}
            >
              {shown}
            </FigureButton>
            {sub && <span className={`tnum block ${small}`}>{sub}</span>}
            {figure === "open" && gone}
            {figure === "closed" && cameOver.n > 0 && (
              <FigureButton
                id={figureId(number, "came-over")}
                label={t("onVersion", { figure: t("figure.came-over"), number })}
                className={`block ${small}`}
              >
                {t("cameOver", { count: cameOver.n })}
              </FigureButton>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
