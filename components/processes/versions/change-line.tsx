import { cn } from "@/components/ui/cn";
import type { Comparison } from "@/lib/features/processes/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import type { Words } from "../words";

/** The stages of two versions as one line, with how much changed at each: dashed where a stage is gone, filled where it is new. */
export function ChangeLine({ comparison, words }: { comparison: Comparison; words: Words }) {
  const { t } = words;
  const format = useFormat();
  const { changes, stages, stageNames } = comparison;
  const at = (key: string) => changes.filter((change) => change.stageKey === key);
  const added = (key: string) =>
    changes.some((change) => change.what === "stage" && change.key === key && change.change === "added");
  const name = (key: string) => words.text(stageNames[key]) || t("untitled.stage");
  const spoken = stages
    .filter(({ key }) => at(key).length > 0)
    .map(({ key }) => t("versions.compare.lineItem", { stage: name(key), count: at(key).length }));
  if (changes.length === 0) return null;
  return (
    <figure
      aria-label={t("versions.compare.line", { list: format.list(spoken) })}
      className="overflow-x-auto py-1"
    >
      <ol className="flex min-w-max sm:min-w-0" aria-hidden="true">
        {stages.map(({ key, gone }, index) => {
          const count = at(key).length;
          return (
            <li key={key} className="relative flex w-28 min-w-20 flex-1 basis-0 flex-col items-center gap-1">
              <span
                className={cn(
                  "absolute top-3 right-0 left-0 border-t-4 border-accent",
                  gone && "border-dashed border-control",
                  index === 0 && "left-1/2",
                  index === stages.length - 1 && "right-1/2",
                )}
              />
              <span
                className={cn(
                  "tnum relative inline-flex size-7 items-center justify-center rounded-full border-[3px] border-accent bg-surface text-caption font-semibold text-accent",
                  count === 0 && "size-5 text-ink-3",
                  added(key) && "bg-accent text-on-accent",
                  gone && "border-dashed border-control text-ink-2",
                )}
              >
                {count > 0 && count}
              </span>
              <span
                className={cn(
                  "line-clamp-2 px-1 text-center text-caption hyphens-auto",
                  count === 0 && "mt-2 font-normal text-ink-3",
                )}
              >
                {name(key)}
                {gone && ` (${t("versions.compare.gone")})`}
              </span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
