"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import type { TodayStep } from "@/lib/features/today/view";
import { useText } from "./words";

/** How a step is done: what to do, what to ask, what to send. Nothing when the designer wrote nothing. */
export function StepHow({ step }: { step: TodayStep }) {
  const t = useTranslations("today.row");
  const text = useText();
  const how = text(step.howTo);
  const gain = text(step.buyerGains);
  if (!how && !gain && step.resources.length === 0) return null;
  const questions = step.resources.flatMap((each) => (each.kind === "question" ? [text(each.text)] : []));
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-6 items-center text-caption text-accent touch:min-h-11">
        {t("how")}
      </summary>
      <div className="flex max-w-sentence flex-col gap-2 pt-1 text-ink-2">
        {how && <p>{how}</p>}
        {gain && (
          <p>
            <span className="text-caption text-ink-3">{t("gain")} </span>
            {gain}
          </p>
        )}
        {questions.length > 0 && (
          <div>
            <p className="text-caption text-ink-3">{t("questions")}</p>
            <ul className="list-disc pl-5">
              {questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </div>
        )}
        {step.resources.map((each) => {
          if (each.kind === "link") {
            return (
              <a
                key={each.url}
                href={each.url}
                target="_blank"
                rel="noreferrer"
                className="min-h-6 text-accent underline"
              >
                {text(each.label) || each.url}
              </a>
            );
          }
          if (each.kind === "question") return null;
          const [label, snippet] = [text(each.label), text(each.text)];
          const copy = async () => {
            await navigator.clipboard.writeText(snippet);
            notify({ title: t("copied", { label }) });
          };
          return (
            <div key={`${label} ${snippet}`} className="rounded-control bg-sunken p-3">
              <div className="flex items-start justify-between gap-3">
                <p className="text-caption text-ink-3">{label}</p>
                <Button size="small" onClick={copy}>
                  {t("copy")}
                </Button>
              </div>
              <p className="mt-1 whitespace-pre-line">{snippet}</p>
            </div>
          );
        })}
      </div>
    </details>
  );
}
