import { Page } from "@/components/ui/page";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <Page>
      <LoadingRegion className="flex flex-col gap-4">
        <Skeleton className="h-8 w-80 max-w-full" />
        <Skeleton className="h-9 w-72 max-w-full" />
        <div className="grid gap-4 lg:grid-cols-2">
          <Skeleton className="h-64 rounded-card" />
          <Skeleton className="h-64 rounded-card" />
          <Skeleton className="h-64 rounded-card" />
          <Skeleton className="h-64 rounded-card" />
        </div>
      </LoadingRegion>
    </Page>
  );
}
