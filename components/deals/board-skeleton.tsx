import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";

const COLUMNS = [5, 4, 6, 3, 2];

/** The board's shape while its deals are on their way. */
export function BoardSkeleton() {
  return (
    <LoadingRegion className="grid min-h-0 flex-1 grid-cols-1 gap-3 overflow-hidden sm:grid-cols-3 lg:grid-cols-5">
      {COLUMNS.map((cards) => (
        <div
          key={cards}
          className="flex flex-col gap-2 self-start rounded-card bg-sunken p-2 not-first:hidden sm:not-first:flex"
        >
          <Skeleton className="h-9 bg-line" />
          {Array.from({ length: cards }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity and never move
            <Skeleton key={index} className="h-16 bg-surface" />
          ))}
        </div>
      ))}
    </LoadingRegion>
  );
}
