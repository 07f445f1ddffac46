import { useTranslations } from "next-intl";
import { spokenState } from "./layout";
import type { RouteView } from "./types";

/** The same route as a list, for whoever does not see the drawing. */
export function RouteList({ view }: { view: RouteView }) {
  const t = useTranslations("common.route");
  return (
    <ol className="sr-only" aria-label={t("stages")}>
      {view.stages.map((stage) => (
        <li key={stage.key}>
          {[
            stage.name,
            stage.note,
            !view.plan && t(`state.${spokenState(stage)}`),
            stage.buyerStep,
            stage.proof,
          ]
            .filter(Boolean)
            .join(", ")}
          {stage.steps && stage.steps.length > 0 && (
            <ul>
              {stage.steps.map((step) => (
                <li key={step.key}>
                  {[step.name, step.state === "skipped" && t("state.skipped"), step.note]
                    .filter(Boolean)
                    .join(", ")}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
      {view.end && <li>{[view.end.name, view.end.note].filter(Boolean).join(", ")}</li>}
    </ol>
  );
}
