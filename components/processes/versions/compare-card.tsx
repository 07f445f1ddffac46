"use client";

import { useRouter } from "next/navigation";
import { Card } from "@/components/ui/card";
import { NativeSelect } from "@/components/ui/select";
import type { Comparison, ProcessVersions, VersionChoice } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { ChangesList } from "../changes-list";
import { useWords, type Words } from "../words";
import { ChangeLine } from "./change-line";
import { CompareRow } from "./compare-row";
import { useVersionWords } from "./words";

const refOf = ({ number }: VersionChoice): string => (number === null ? "draft" : String(number));

/** Any two versions side by side, by the address: the figures that both have, and what differs in the design. */
export function CompareCard({ org, view }: { org: string; view: ProcessVersions }) {
  const { t, size } = useVersionWords();
  const words = useWords(view, view.category);
  const router = useRouter();
  const { comparison, choices } = view;
  if (choices.length < 2) return null;
  const options = choices.map((choice) => ({
    value: refOf(choice),
    label: choice.number === null ? t("compare.draft") : t("compare.version", { number: choice.number }),
  }));
  const from = comparison ? refOf(comparison.from) : (options[1]?.value ?? "");
  const to = comparison ? refOf(comparison.to) : (options[0]?.value ?? "");
  // A version that stands on the other side already changes places with it.
  const show = (next: { from: string; to: string }) =>
    router.push(`${paths.versions(org, view.id)}?${new URLSearchParams(next)}`, { scroll: false });
  const before = comparison?.rows.find(({ figure }) => figure === "win-rate")?.before.n ?? 0;
  return (
    <Card
      id="compare"
      title={t("compare.title")}
      actions={
        <div className="flex flex-wrap items-center gap-2">
          <NativeSelect
            aria-label={t("compare.later")}
            value={to}
            onChange={({ target: { value } }) => show({ from: value === from ? to : from, to: value })}
            options={options}
          />
          <span className="text-body text-ink-2">{t("compare.against")}</span>
          <NativeSelect
            aria-label={t("compare.earlier")}
            value={from}
            onChange={({ target: { value } }) => show({ from: value, to: value === to ? from : to })}
            options={options}
          />
        </div>
      }
    >
      {comparison === null ? (
        <p className="text-body text-ink-2">{t("compare.same")}</p>
      ) : (
        <div className="flex flex-col gap-5">
          <Rows comparison={comparison} words={words} />
          {comparison.rows.length > 0 && (
            <p className="text-caption font-normal text-ink-3">
              {comparison.smallest !== null &&
                t("compare.smallest", {
                  from: comparison.from.number ?? 0,
                  to: comparison.to.number ?? 0,
                  n: before,
                  size: size("share", comparison.smallest),
                })}{" "}
              {t("compare.caution", { count: comparison.rows.length })}
            </p>
          )}
          <section>
            <h3 className="mb-2 text-body-strong">{t("compare.design")}</h3>
            <ChangeLine comparison={comparison} words={words} />
            <ChangesList
              changes={comparison.changes}
              stageNames={comparison.stageNames}
              movedFrom={comparison.movedFrom}
              words={words}
            />
          </section>
        </div>
      )}
    </Card>
  );
}

function Rows({ comparison, words }: { comparison: Comparison; words: Words }) {
  const { t } = useVersionWords();
  if (comparison.rows.length === 0) return <p className="text-body text-ink-2">{t("compare.draftNone")}</p>;
  return (
    <div>
      <p className="text-caption font-normal text-ink-3 sm:text-right">{t("compare.better")}</p>
      <ul className="divide-y divide-line">
        {comparison.rows.map((row) => (
          <CompareRow
            key={row.stageKey ?? row.figure}
            row={row}
            from={comparison.from.number ?? 0}
            to={comparison.to.number ?? 0}
            stage={words.text(comparison.stageNames[row.stageKey ?? ""])}
          />
        ))}
      </ul>
    </div>
  );
}
