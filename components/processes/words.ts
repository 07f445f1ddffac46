import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { findStep } from "@/lib/domain/process/locate";
import type { Category, Owner, ProcessDocument, Stage, Step, Window } from "@/lib/domain/process/types";
import { byId, survivorsOf } from "@/lib/domain/registers/merge";
import { REGISTER_KINDS, type RegisterEntry, type RegisterKind } from "@/lib/domain/registers/types";
import { inLocale, LOCALES, type Locale, type LocalText } from "@/lib/domain/shared/text";
import type { Names } from "@/lib/features/processes/view";

export type ProcessT = ReturnType<typeof useTranslations<"processes">>;

/** The language of the page, as the domain knows it. */
export function useTextLocale(): Locale {
  const locale = useLocale();
  return LOCALES.find((one) => one === locale) ?? "en";
}

/** What the registers of the buying process hold, and what each is called in the reader's language. */
export type BuyerWords = {
  readonly entries: readonly RegisterEntry[];
  readonly kind: (kind: RegisterKind) => string;
};
const NO_REGISTERS: BuyerWords = { entries: [], kind: () => "" };

/** How the things of a process are written in the reader's language. Pure text; works in server and client. */
export function makeWords(
  t: ProcessT,
  locale: Locale,
  names: Names,
  category: Category,
  buyers: BuyerWords = NO_REGISTERS,
) {
  const known = byId(buyers.entries);
  const text = (value: LocalText | null | undefined) => inLocale(value, locale);
  const stageName = (stage: Pick<Stage, "name">) => text(stage.name) || t("untitled.stage");
  const stepName = (step: Pick<Step, "name">) => text(step.name) || t("untitled.step");

  function ownerName(owner: Owner | null): string {
    if (owner === null) return t("owner.none");
    if (owner.kind === "run-owner") return t("owner.run");
    const list = owner.kind === "role" ? names.roles : names.departments;
    const found = list.find((one) => one.id === owner.id);
    return found ? text(found.name) : t("owner.gone");
  }

  /** The length alone: "within 5 working days", "2 to 4 days before". */
  function amountText({ earliest, latest, unit }: Window): string {
    const n = (value: number) => t(`unit.${unit}`, { n: Math.abs(value) });
    const bare = (value: number) => String(Math.abs(value));
    if (earliest === null && latest === null) return t("window.whenever");
    if (latest === null) return t("window.from", { earliest: n(earliest ?? 0) });
    if (latest === 0 && (earliest ?? 0) === 0) return t("window.same");
    if (latest <= 0 && earliest !== null && earliest < 0) {
      return latest === 0
        ? t("window.last", { earliest: n(earliest) })
        : t("window.before", { earliest: bare(earliest), latest: n(latest) });
    }
    if (latest < 0) return t("window.atLatest", { latest: n(latest) });
    if (earliest === null || earliest <= 0) return t("window.within", { latest: n(latest) });
    return t("window.between", { earliest: bare(earliest), latest: n(latest) });
  }

  /** WHEN in full; it always names its anchor. */
  function windowText(window: Window | null, stage: Pick<Stage, "name">, doc: ProcessDocument): string {
    if (window === null) return t("window.none");
    const { anchor } = window;
    const from =
      anchor.kind === "step"
        ? t("anchor.step", { name: stepName(findStep(doc, anchor.stepKey)?.step ?? { name: {} }) })
        : t(`anchor.${anchor.kind}`, { name: stageName(stage) });
    return `${amountText(window)} ${from}`;
  }

  /** WHEN on a chip: the latest moment; a sign says that it does not count from the start of the stage. */
  function windowShort({ earliest, latest, unit, anchor }: Window): string {
    const value = latest ?? earliest ?? 0;
    const n = t(`unitShort.${unit}`, { n: Math.abs(value) });
    if (anchor.kind === "expected-close")
      return `−${t(`unitShort.${unit}`, { n: Math.abs(earliest ?? value) })}`;
    if (anchor.kind === "step") return `+${n}`;
    return latest === null ? `≥ ${n}` : n;
  }

  /** The register entries behind these ids, by register; what was merged is named once, as what it became part of. */
  function entriesOf(ids: readonly string[]) {
    const linked = survivorsOf(known, ids);
    return REGISTER_KINDS.map((kind) => ({
      kind,
      label: buyers.kind(kind),
      entries: linked
        .filter((entry) => entry.kind === kind)
        .map(({ id, name }) => ({ id, text: text(name) })),
    })).filter(({ entries }) => entries.length > 0);
  }

  const planned = (days: number | null) =>
    days === null ? t("counts.unplanned") : t("counts.planned", { days: t("counts.days", { count: days }) });

  const end = t(category === "opportunity" ? "end.opportunity" : "end.other");

  /** Whoever owns the run, in a list of choices. */
  const ownerLong = t(category === "opportunity" ? "owner.deal" : "owner.other");
  const tooLong = (params: { length: number; limit: number }) => t("editor.tooLong", params);

  return {
    t,
    locale,
    ownerLong,
    tooLong,
    text,
    stageName,
    stepName,
    ownerName,
    amountText,
    windowText,
    windowShort,
    entriesOf,
    planned,
    end,
  };
}
export type Words = ReturnType<typeof makeWords>;

/** `makeWords` for the page's language. */
export function useWords(names: Names, category: Category): Words {
  const t = useTranslations("processes");
  const locale = useTextLocale();
  return useMemo(() => makeWords(t, locale, names, category), [t, locale, names, category]);
}
