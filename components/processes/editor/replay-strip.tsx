import type { Replay } from "@/lib/features/processes/view";
import { useEditing } from "./editing";

type Counts = Replay["changes"][number];

/** How the last closed deals went by one change: a dot per deal, and the same in words. */
export function ReplayStrip({ counts }: { counts: Counts }) {
  const { t } = useEditing().words;
  const { reached, kept, otherwise, not } = counts;
  if (reached === 0) return <span className="text-caption font-normal text-ink-3">{t("replay.nobody")}</span>;
  const dots = [
    ...Array.from({ length: kept }, () => "bg-accent border-accent"),
    ...Array.from(
      { length: otherwise },
      () => "border-accent bg-linear-to-r from-accent from-50% to-transparent to-50%",
    ),
    ...Array.from({ length: not }, () => "border-control"),
  ];
  return (
    <span className="flex flex-col items-end gap-1">
      <span aria-hidden="true" className="flex max-w-56 flex-wrap justify-end gap-0.5">
        {dots.map((dot, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
          <span key={at} className={`size-1.5 rounded-full border ${dot}`} />
        ))}
      </span>
      <span className="text-right text-caption font-normal text-ink-2">
        {t("replay.counts", { reached, kept, otherwise, not })}
      </span>
    </span>
  );
}
