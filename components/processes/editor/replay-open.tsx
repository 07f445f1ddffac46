import Link from "next/link";
import { findStage } from "@/lib/domain/process/locate";
import type { ProcessDocument } from "@/lib/domain/process/types";
import type { Replay } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { useEditing } from "./editing";

/** As many as a person looks through here. */
const SHOWN = 12;

/** The deals that run on: what the new version would ask of each, were it to go over. */
export function ReplayOpen({ org, replay, doc }: { org: string; replay: Replay; doc: ProcessDocument }) {
  const { words } = useEditing();
  const { t } = words;
  if (replay.runs.length === 0) return null;
  const touched = replay.runs.filter(
    ({ to, added, gone, overdue }) => to === null || added.length + gone.length + overdue.length > 0,
  );
  return (
    <section>
      <h3 className="text-body-strong">{t("replay.open", { count: replay.open })}</h3>
      <p className="text-caption font-normal text-ink-3">
        {t("replay.openText", { touched: touched.length, shown: replay.runs.length })}
      </p>
      <ul className="mt-1 flex flex-col divide-y divide-line">
        {touched.slice(0, SHOWN).map((run) => (
          <li key={run.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
            <Link href={paths.deal(org, run.id)} className="min-w-0 truncate text-accent hover:underline">
              {run.company ?? run.title}
            </Link>
            <span className="text-caption font-normal text-ink-2">
              {run.to === null
                ? t("replay.nowhere")
                : t("replay.would", {
                    stage: words.stageName(findStage(doc, run.to)?.stage ?? { name: {} }),
                    added: run.added.length,
                    overdue: run.overdue.length,
                    gone: run.gone.length,
                  })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
