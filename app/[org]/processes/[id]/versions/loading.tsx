import { Page } from "@/components/ui/page";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";

const ENTRIES = ["newest", "before", "first"];

export default function Loading() {
  return (
    <Page wide>
      <LoadingRegion className="flex flex-col gap-4">
        <Skeleton className="h-8 w-56" />
        <Skeleton className="h-5 w-140 max-w-full" />
        <Skeleton className="mt-4 h-72" />
        <Skeleton className="h-56" />
        {ENTRIES.map((entry) => (
          <Skeleton key={entry} className="h-28" />
        ))}
      </LoadingRegion>
    </Page>
  );
}
