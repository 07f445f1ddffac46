import type { useTranslations } from "next-intl";
import type { Measure, Need } from "@/lib/domain/maturity/judgement";
import type { Formatter } from "@/lib/platform/i18n/format";

type T = ReturnType<typeof useTranslations<"maturity">>;
type Key = Parameters<T>[0];

/** How a gate stands, in words. */
export function measureWords(measure: Measure, t: T, format: Formatter): string {
  switch (measure.kind) {
    case "stages": {
      const { version, stages, empty } = measure;
      const words = t("measure.stages", { version: version ?? 0, stages });
      return empty > 0 ? `${words}, ${t("measure.stagesEmpty", { empty })}` : words;
    }
    case "share": {
      const { k, n, of } = measure;
      const value = n === 0 ? t("measure.none") : t("measure.share", { k, n, share: format.percent(k / n) });
      return t(`measure.of.${of}` as Key, { value });
    }
    case "median": {
      const { value, lo, hi, n } = measure;
      const shown = { value: format.percent(value), n };
      return lo === null || hi === null
        ? t("measure.medianBare", shown)
        : t("measure.median", { ...shown, lo: format.percent(lo), hi: format.percent(hi) });
    }
    case "ago":
      return t(`measure.ago.${measure.of}` as Key, { days: measure.days });
    case "never":
      return t(`measure.never.${measure.of}` as Key);
    case "count":
      return t(`measure.count.${measure.of}` as Key, { n: measure.n });
    case "hours":
      return t("measure.hours", { hours: format.number(measure.hours, 1) });
    case "unseen":
      return t("measure.unseen");
  }
}

/** What a gate asks for, in words. */
export function needWords(need: Need, t: T, format: Formatter): string {
  switch (need.kind) {
    case "stages":
      return t("need.stages", { min: need.min });
    case "share":
      return t(`need.share.${need.of}` as Key, { min: format.percent(need.min) });
    case "count":
      return t(`need.count.${need.of}` as Key, { min: need.min });
    case "within":
      return t(`need.within.${need.of}` as Key, { days: need.days });
    case "hours":
      return t("need.hours", { min: need.min });
  }
}
