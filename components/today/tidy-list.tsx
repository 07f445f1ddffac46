"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { announce } from "@/components/ui/live-region";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { DEVIATION_REASONS, type DeviationReason } from "@/lib/domain/run/events";
import { explainDeviation } from "@/lib/features/deals/actions";
import type { TidyItem } from "@/lib/features/today/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import { useText } from "./words";

const keyOf = ({ id, about }: TidyItem) => `${id} ${about.kind === "step" ? about.stepKey : about.ordinal}`;

/** Deviations without a reason, each with the one field that gives it. */
export function TidyList({ org, items }: { org: string; items: readonly TidyItem[] }) {
  const t = useTranslations("today.tidy");
  const all = useTranslations("deals");
  const text = useText();
  const format = useFormat();
  const sentence = useRefusal();
  const router = useRouter();
  const [kept, setKept] = useState<ReadonlyMap<string, DeviationReason>>(new Map());
  // What a change left behind is the version for the next one of the same deal.
  const [versions, setVersions] = useState<ReadonlyMap<string, number>>(new Map());

  const keep = (item: TidyItem, reason: DeviationReason | null) =>
    setKept((now) => {
      const next = new Map(now);
      if (reason) next.set(keyOf(item), reason);
      else next.delete(keyOf(item));
      return next;
    });
  const say = async (item: TidyItem, reason: DeviationReason | null, version: number): Promise<void> => {
    const before = kept.get(keyOf(item)) ?? null;
    keep(item, reason);
    const deviation = reason && { reason, note: null };
    const input = { id: item.id, version, about: item.about, deviation };
    const result = await explainDeviation(org, input, { key: newId() });
    if (!result.ok) {
      keep(item, before);
      notify({ title: sentence(result.refusal), tone: "bad" });
      return router.refresh();
    }
    const next = result.value.version;
    setVersions((now) => new Map(now).set(item.id, next));
    const title = t(reason ? "kept" : "taken", { name: item.name });
    announce(title);
    notify({ title, ...(reason && { undo: () => void say(item, null, next) }) });
  };

  return (
    <ul className="rounded-card border border-line bg-surface px-4 sm:px-5">
      {items.map((item) => {
        const what =
          item.kind === "step"
            ? t("step", { step: text(item.step) })
            : t(item.kind, { from: text(item.from), to: text(item.to) });
        return (
          <li
            key={keyOf(item)}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3 first:border-t-0"
          >
            <div className="min-w-0">
              <p className="text-body-strong">{what}</p>
              <p className="text-caption font-normal text-ink-3">
                <Link href={paths.deal(org, item.id)} prefetch={false} className="text-accent underline">
                  {item.name}
                </Link>{" "}
                · {format.day(item.day)}
              </p>
            </div>
            <Select
              label={t("why", { what, name: item.name })}
              placeholder={t("choose")}
              value={kept.get(keyOf(item)) ?? null}
              options={DEVIATION_REASONS.map((value) => ({ value, label: all(`deviation.${value}`) }))}
              onChange={(value) =>
                void say(item, value as DeviationReason, Math.max(item.version, versions.get(item.id) ?? 0))
              }
              className="w-full sm:w-64"
            />
          </li>
        );
      })}
    </ul>
  );
}
