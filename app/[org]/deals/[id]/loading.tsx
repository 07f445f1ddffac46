import { Page } from "@/components/ui/page";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <Page>
      <LoadingRegion className="grid grid-cols-1 gap-4 lg:grid-cols-12">
        <Skeleton className="h-12 w-80 max-w-full lg:col-span-12" />
        <Skeleton className="h-56 rounded-card lg:col-span-12" />
        <Skeleton className="h-44 rounded-card lg:col-span-7" />
        <Skeleton className="h-44 rounded-card lg:col-span-5" />
        <Skeleton className="h-64 rounded-card lg:col-span-7" />
        <Skeleton className="h-64 rounded-card lg:col-span-5" />
      </LoadingRegion>
    </Page>
  );
}
