"use client";

import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/select";
import { MOST_MOVES, type Move } from "@/lib/features/processes/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";
import type { Words } from "../words";
import { goesFreely, type Moving } from "./use-moves";

/** The open deals with what going over would do to each, to be chosen one by one or all that lose nothing by it. */
export function OpenDeals({ org, moving, words }: { org: string; moving: Moving; words: Words }) {
  const { t } = words;
  const say = useRefusal();
  const { shown, chosen, going } = moving;
  const { deals } = shown;
  const free = deals.filter(goesFreely);
  const nowhere = stagesGone(deals, moving.stages);
  const order = [...free, ...deals.filter((deal) => !goesFreely(deal))];
  const full = going.length >= MOST_MOVES;
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-caption font-normal text-ink-2">
        {t("publish.going", { going: going.length, staying: shown.total - going.length, free: free.length })}
      </p>
      {moving.problem && <Banner tone="bad">{say(moving.problem)}</Banner>}
      {nowhere.map(({ key, name, count }) => (
        <Field
          key={key}
          label={t("publish.stageGone", { stage: words.text(name) || t("untitled.stage"), count })}
        >
          <NativeSelect
            aria-label={t("publish.stageGone", { stage: words.text(name) || t("untitled.stage"), count })}
            value={moving.stages[key] ?? ""}
            onChange={(event) => moving.mapStage(key, event.target.value)}
            options={[
              { value: "", label: t("publish.stageStay") },
              ...shown.stages.map((stage) => ({ value: stage.key, label: words.stageName(stage) })),
            ]}
          />
        </Field>
      ))}
      {free.length > 0 && (
        <Checkbox
          label={t("publish.allFree", { count: free.length })}
          checked={free.every(({ id }) => chosen.has(id))}
          indeterminate={free.some(({ id }) => chosen.has(id)) && !free.every(({ id }) => chosen.has(id))}
          onCheckedChange={(goes) =>
            moving.choose(
              free.map(({ id }) => id),
              goes,
            )
          }
        />
      )}
      <ul
        aria-busy={moving.busy}
        className="relative flex max-h-96 flex-col divide-y divide-line overflow-y-auto"
      >
        {order.map((deal) => (
          <DealRow
            key={deal.id}
            org={org}
            deal={deal}
            words={words}
            stages={shown.stages}
            chosen={chosen.has(deal.id)}
            disabled={deal.to === null || (full && !chosen.has(deal.id))}
            onChoose={(goes) => moving.choose([deal.id], goes)}
          />
        ))}
      </ul>
      {moving.more && (
        <div className="flex flex-wrap items-center gap-3">
          <Button size="small" variant="secondary" loading={moving.busy} onClick={moving.more}>
            {t("publish.moreDeals")}
          </Button>
          <span className="text-caption font-normal text-ink-3">
            {t("publish.shownOf", { shown: deals.length, total: shown.total })}
          </span>
        </div>
      )}
      {full && (
        <p className="text-caption font-normal text-ink-3">{t("publish.most", { count: MOST_MOVES })}</p>
      )}
      <p className="text-caption font-normal text-ink-3">{t("publish.nothingLost")}</p>
    </div>
  );
}

function DealRow({
  org,
  deal,
  words,
  stages,
  chosen,
  disabled,
  onChoose,
}: {
  org: string;
  deal: Move;
  words: Words;
  stages: Moving["shown"]["stages"];
  chosen: boolean;
  disabled: boolean;
  onChoose: (goes: boolean) => void;
}) {
  const { t } = words;
  const format = useFormat();
  const name = deal.company ?? deal.title;
  const to = stages.find(({ key }) => key === deal.to);
  const from = words.text(deal.fromName) || t("untitled.stage");
  const onto = to ? words.stageName(to) : null;
  return (
    <li className="flex items-start gap-3 py-2">
      <Checkbox
        hideLabel
        label={t("publish.goOver", { deal: name })}
        checked={chosen}
        disabled={disabled}
        onCheckedChange={onChoose}
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <Link
            href={paths.deal(org, deal.id)}
            target="_blank"
            className="min-w-0 truncate hover:underline"
            title={deal.title}
          >
            {name}
          </Link>
          {deal.amount && (
            <span className="tnum text-body-strong">
              {format.money(deal.amount.minor, deal.amount.currency)}
            </span>
          )}
        </p>
        <p className="flex flex-wrap gap-x-4 text-caption font-normal text-ink-3">
          <span>{onto === null || onto === from ? from : t("changes.fromTo", { from, to: onto })}</span>
          <span>{effectOf(deal, words)}</span>
        </p>
      </div>
    </li>
  );
}

function effectOf({ to, added, gone, overdue }: Move, { t }: Words): string {
  if (to === null) return t("replay.nowhere");
  const parts = [
    added.length > 0 && t("publish.stepsMore", { count: added.length }),
    gone.length > 0 && t("publish.stepsLess", { count: gone.length }),
    overdue.length > 0 && t("publish.lateAtOnce", { count: overdue.length }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : t("publish.noEffect");
}

/** Stages of older versions that the new one does not have, with the deals in them; those already given a stage too. */
function stagesGone(deals: readonly Move[], stages: Readonly<Record<string, string>>) {
  const found = new Map<string, { key: string; name: Move["fromName"]; count: number }>();
  for (const { from, fromName, to } of deals) {
    if (from === null || (to !== null && !Object.hasOwn(stages, from))) continue;
    found.set(from, { key: from, name: fromName, count: (found.get(from)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}
