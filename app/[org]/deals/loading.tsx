import { BoardSkeleton } from "@/components/deals/board-skeleton";
import { Page } from "@/components/ui/page";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <Page wide className="flex flex-col gap-3">
      <Skeleton className="h-9 w-80 max-w-full" />
      <BoardSkeleton />
    </Page>
  );
}
