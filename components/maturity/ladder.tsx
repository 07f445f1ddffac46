import { useTranslations } from "next-intl";
import { At } from "@/components/route-line/at";
import { RouteLabel } from "@/components/route-line/label";
import { HereMark, PieceMark, StationMark, StopMark } from "@/components/route-line/marks";
import { cn } from "@/components/ui/cn";
import { LEVELS, type Level } from "@/lib/domain/maturity/gates";

const LINE = 62;
const FIRST = 0.1;
const STEP = 0.8 / 3;
const xOf = (level: Level): number => FIRST + (level - 1) * STEP;

/** The four levels as a route: the pin where one stands, the open criteria as stops, the others above their station. */
export function Ladder({
  level,
  missing,
  others,
}: {
  level: Level | null;
  /** Criteria that the next level still asks for. */
  missing: number;
  others: readonly {
    readonly key: string;
    readonly name: string;
    readonly level: Level;
    readonly note?: string;
  }[];
}) {
  const t = useTranslations("maturity");
  const at = level ?? 1;
  const name = (each: Level) => t(`level.${each}`);
  const label = t("ladder", {
    here: level === null ? "" : t("ladderHere", { level, name: name(level) }),
    others: others.map((other) => t("ladderOther", { role: other.name, level: other.level })).join(" "),
  });
  const next = at < 4 ? ((at + 1) as Level) : null;
  const stops = next === null ? [] : Array.from({ length: Math.min(missing, 8) }, (_, index) => index);
  const between = (index: number) => xOf(at) + (STEP * (index + 1)) / (stops.length + 1);
  return (
    <svg
      role="img"
      aria-label={label}
      width="100%"
      height="140"
      className="block overflow-visible"
      data-forced-mark
    >
      {at > 1 && <PieceMark piece={{ from: xOf(1), to: xOf(at), track: "solid" }} y={LINE} weight={6} />}
      {at < 4 && <PieceMark piece={{ from: xOf(at), to: xOf(4), track: "ahead" }} y={LINE} weight={6} />}
      {stops.map((index) => (
        <StopMark
          key={index}
          stop={{ key: String(index), name: "", state: "ahead" }}
          x={between(index)}
          y={LINE}
        />
      ))}
      {next !== null && missing > 0 && (
        <RouteLabel
          x={xOf(at) + STEP * 0.2}
          y={22}
          width={STEP * 0.6}
          height={18}
          align="center"
          className="max-sm:hidden"
        >
          <span className="text-ink-2">{t("toGo", { count: missing })}</span>
        </RouteLabel>
      )}
      {LEVELS.map((each) => {
        const here = each === level;
        const above = others.filter((other) => other.level === each);
        return (
          <g key={each}>
            {here && <HereMark x={xOf(each)} y={LINE} />}
            <StationMark
              x={xOf(each)}
              y={LINE}
              state={here ? "here" : each < at ? "behind" : "ahead"}
              number={each}
              r={10}
            />
            {above.length > 0 && !here && (
              <At x={xOf(each)} y={LINE - 22}>
                <circle r="3" fill="var(--ink-2)" />
              </At>
            )}
            <RouteLabel x={xOf(each) - 0.13} y={here ? 0 : 14} width={0.26} height={36} align="center">
              {above.length > 0 && (
                <span className="text-ink-2" title={above.map((other) => other.name).join(", ")}>
                  {above.map((other) => other.note ?? other.name).join(", ")}
                </span>
              )}
              {here && <span className="font-semibold text-here">{t("here")}</span>}
            </RouteLabel>
            <RouteLabel x={xOf(each) - 0.13} y={LINE + 22} width={0.26} height={44} align="center">
              <span
                className={cn(
                  "max-sm:text-caption",
                  here ? "text-body-strong max-sm:font-semibold" : "text-body",
                )}
              >
                {name(each)}
              </span>
              <span className="font-normal text-ink-3 max-sm:hidden">{t(`levelText.${each}`)}</span>
            </RouteLabel>
          </g>
        );
      })}
    </svg>
  );
}
