import { StationMark } from "@/components/route-line/marks";
import { cn } from "@/components/ui/cn";

/** Stations of a line with their names below, which wrap where the card is narrow: the line on a card. */
export function StationRow({
  names,
  end,
  className,
}: {
  names: readonly string[];
  end: string;
  className?: string;
}) {
  const all = [...names, end];
  return (
    <ol className={cn("flex", className)}>
      {all.map((name, index) => {
        const last = index === all.length - 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two stages may have the same name, and a card's line never changes
          <li key={index} className="flex min-w-0 flex-1 basis-0 flex-col gap-1">
            <svg
              width="100%"
              height="22"
              className="block overflow-visible"
              aria-hidden="true"
              data-forced-mark
            >
              <line
                x1={index === 0 ? "50%" : "0"}
                x2={last ? "50%" : "101%"}
                y1="11"
                y2="11"
                stroke="var(--accent)"
                strokeWidth="4.5"
              />
              <StationMark x={0.5} y={11} state="behind" r={last ? 6 : 8} />
            </svg>
            <span className="line-clamp-2 px-0.5 text-center text-caption hyphens-auto">{name}</span>
          </li>
        );
      })}
    </ol>
  );
}
