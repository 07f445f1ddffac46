"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { notify } from "@/components/ui/toast";
import { RELATIONSHIP_LEVELS } from "@/lib/domain/relationship/levels";
import { judgeRelationship, withdrawRelationship } from "@/lib/features/companies/actions";
import type { CompanyOverview, RelationshipRecord } from "@/lib/features/companies/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { RelationshipDialog } from "./relationship-dialog";

type Company = { id: string; mayEdit: boolean };

/** How far a company lets us in, by what that shows, and how it was judged before. Nobody's guess: without a judgement it says so. */
export function RelationshipCard({
  org,
  company,
  overview,
}: {
  org: string;
  company: Company;
  overview: CompanyOverview;
}) {
  const t = useTranslations("buying.relationship");
  const [judging, setJudging] = useState(false);
  const format = useFormat();
  const withdraw = useWithdraw(org, company.id);
  const [now, ...earlier] = overview.relationship;
  useCommands(
    company.mayEdit
      ? [
          { label: t("judgeHere"), also: t("title"), run: () => setJudging(true) },
          ...overview.relationship.map((record) => ({
            label: t("withdrawName", { day: format.day(record.on, "year") }),
            away: true,
            run: () => void withdraw(record),
          })),
        ]
      : [],
  );
  return (
    <Card
      title={t("title")}
      actions={
        company.mayEdit && (
          <Button size="small" onClick={() => setJudging(true)}>
            {now ? t("change") : t("judge")}
          </Button>
        )
      }
    >
      {now ? (
        <Judgement record={now} first onWithdraw={company.mayEdit ? withdraw : null} />
      ) : (
        <>
          <p>{t("none")}</p>
          <p className="text-caption font-normal text-ink-3">{t("noneText")}</p>
        </>
      )}
      {earlier.length > 0 && (
        <details className="mt-3 border-t border-line pt-2">
          <summary className="min-h-6 cursor-pointer text-caption text-ink-2">{t("earlier")}</summary>
          <ol>
            {earlier.map((record) => (
              <li key={record.id} className="border-t border-line py-2 first:border-t-0">
                <Judgement record={record} onWithdraw={company.mayEdit ? withdraw : null} />
              </li>
            ))}
          </ol>
        </details>
      )}
      {judging && (
        <RelationshipDialog
          org={org}
          companyId={company.id}
          overview={overview}
          onClose={() => setJudging(false)}
        />
      )}
    </Card>
  );
}

function Judgement({
  record,
  first = false,
  onWithdraw,
}: {
  record: RelationshipRecord;
  first?: boolean;
  onWithdraw: ((record: RelationshipRecord) => void) | null;
}) {
  const t = useTranslations("buying.relationship");
  const kinds = useTranslations("deals.log.kind");
  const format = useFormat();
  const { level, on, note, activity, by } = record;
  const kind = activity?.kind && (kinds.has(activity.kind) ? kinds(activity.kind) : activity.kind);
  return (
    <div>
      <p className="text-body-strong">{t(`levels.${level}`)}</p>
      {first && (
        <span className="my-1.5 flex gap-1" aria-hidden="true">
          {RELATIONSHIP_LEVELS.map((each, index) => (
            <span
              key={each}
              className={
                index <= RELATIONSHIP_LEVELS.indexOf(level)
                  ? "h-1.5 flex-1 rounded-full bg-accent"
                  : "h-1.5 flex-1 rounded-full bg-sunken"
              }
            />
          ))}
        </span>
      )}
      <p className="text-caption font-normal text-ink-3">
        {[t("since", { day: format.day(on, "year") }), by && t("by", { name: by })]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {note && (
        <p dir="auto" className="mt-1 break-words whitespace-pre-line text-ink-2">
          {note}
        </p>
      )}
      {activity && (
        <p className="text-caption font-normal text-ink-2">
          {kind && activity.on
            ? t("byActivity", { kind, day: format.day(activity.on, "year") })
            : t("hiddenActivity")}
        </p>
      )}
      {onWithdraw && (
        <Button
          size="small"
          variant="quiet"
          className="-ml-2"
          aria-label={t("withdrawName", { day: format.day(on, "year") })}
          onClick={() => onWithdraw(record)}
        >
          {t("withdraw")}
        </Button>
      )}
    </div>
  );
}

/** Takes a judgement back, with the way to have it again. */
function useWithdraw(org: string, companyId: string) {
  const t = useTranslations("buying.relationship");
  const format = useFormat();
  const router = useRouter();
  const sentence = useRefusal();
  return async ({ id, level, on, note, activity }: RelationshipRecord) => {
    const result = await withdrawRelationship(org, { id }, { key: newId() });
    router.refresh();
    if (!result.ok) return void notify({ title: sentence(result.refusal), tone: "bad" });
    const again = { id, companyId, level, on, note, activityId: activity?.id ?? null };
    notify({
      title: t("withdrawn", { day: format.day(on, "year") }),
      undo: async () => {
        const back = await judgeRelationship(org, again, { key: newId() });
        router.refresh();
        if (!back.ok) notify({ title: sentence(back.refusal), tone: "bad" });
      },
    });
  };
}
