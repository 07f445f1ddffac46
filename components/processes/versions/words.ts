import { useTranslations } from "next-intl";
import { type Estimate, MIN_MIDDLE } from "@/lib/domain/statistics/estimate";
import { type DueSteps, dueIn } from "@/lib/domain/versions/on-time";
import type { Sample } from "@/lib/domain/versions/sample";
import { useFormat } from "@/lib/platform/i18n/use-format";

type Size = { readonly value: number; readonly lo: number; readonly hi: number };

/** How figures of versions and their changes are written. */
export function useVersionWords() {
  const t = useTranslations("processes.versions");
  const format = useFormat();
  const signed = (value: number, text: string) => (value > 0 ? `+${text}` : value < 0 ? `−${text}` : text);
  const days = (value: number) => t("days", { count: value, shown: format.number(value, 1) });

  /** A share: counts while few, the range first while thin, else the percentage. */
  function share({ value, lo, hi, k, n, status }: Estimate): string {
    if (n === 0) return t("noneDecided");
    if (value === null) return t("wonOf", { k: k ?? 0, n });
    if (status === "thin" && lo !== null && hi !== null) return format.percentRange(lo, hi);
    return format.percent(value);
  }

  /** Steps done at their moment, of those that were due. */
  const onTime = (steps: DueSteps): string => t("stepsOf", { k: steps["on-time"], n: dueIn(steps) });

  /** A median in days, or how many wins there are while those are too few. */
  function median({ value, n }: Estimate): string {
    if (n === 0) return t("noneWon");
    return value === null ? t("fewWins", { n, least: MIN_MIDDLE }) : days(value);
  }

  /** The range of an estimate, or null where it has none. */
  function range({ unit, lo, hi, value }: Estimate): string | null {
    if (value === null || lo === null || hi === null) return null;
    return unit === "share" ? format.percentRange(lo, hi) : format.numberRange(lo, hi, 1);
  }

  /** A size of change without its sign: points, days or percent. */
  function size(kind: Sample["kind"], value: number): string {
    const much = Math.abs(value) * (kind === "days" ? 1 : 100);
    const shown = format.number(much, kind === "days" ? 1 : 0);
    if (kind === "days") return days(Math.abs(value));
    return kind === "share"
      ? t("points", { count: Number(much.toFixed(0)), shown })
      : t("percent", { shown });
  }
  const change = (kind: Sample["kind"], value: number) => signed(value, size(kind, value));

  /** The range of a change, with the signs and the unit once. */
  function changeRange(kind: Sample["kind"], { lo, hi }: Size): string {
    const bare = (value: number) =>
      signed(value, format.number(Math.abs(value) * (kind === "days" ? 1 : 100), kind === "days" ? 1 : 0));
    return t("to", { low: bare(lo), high: change(kind, hi) });
  }
  return { t, format, share, onTime, median, range, size, change, changeRange };
}
