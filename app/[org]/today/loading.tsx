import { Page } from "@/components/ui/page";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <Page>
      <LoadingRegion className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <Skeleton className="h-16 max-w-2xl lg:col-span-2" />
        <Skeleton className="h-130 rounded-card" />
        <div className="flex flex-col gap-6">
          <Skeleton className="h-56 rounded-card" />
          <Skeleton className="h-40 rounded-card" />
        </div>
      </LoadingRegion>
    </Page>
  );
}
