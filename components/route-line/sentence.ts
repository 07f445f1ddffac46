import { useTranslations } from "next-intl";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { lastProven, position } from "./layout";
import type { RouteView } from "./types";

/** One sentence that says what the line shows: the names, where the pin stands and how far it is proven. */
export function useRouteSentence(view: RouteView): string {
  const t = useTranslations("common.route");
  const format = useFormat();
  const at = position(view);
  const count = view.stages.length;
  const proven = lastProven(view);
  if (at) {
    const where = { index: at.index, count, name: at.stage.name };
    const first =
      view.day === undefined ? t("positioned", where) : t("positionedDays", { ...where, day: view.day });
    return proven ? `${first} ${t("claimed", { name: proven.name })}` : first;
  }
  if (view.end?.reached && !view.plan) return t("finished", { name: view.end.name });
  const ended = view.stages.find((stage) => stage.ended);
  if (ended) return t("ended", { name: ended.name, outcome: view.outcome ?? "" });
  return t("map", { count, names: format.list(view.stages.map((stage) => stage.name)) });
}
