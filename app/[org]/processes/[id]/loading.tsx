import { Page } from "@/components/ui/page";
import { LoadingRegion, Skeleton } from "@/components/ui/skeleton";

const LANES = ["first", "second", "third", "fourth", "fifth"];

export default function Loading() {
  return (
    <Page wide>
      <LoadingRegion className="flex flex-col gap-4">
        <Skeleton className="h-8 w-80 max-w-full" />
        <Skeleton className="h-4 w-96 max-w-full" />
        <Skeleton className="mt-8 h-1.5" />
        <Skeleton className="mt-10 h-1.5" />
        <div className="grid gap-3 sm:grid-cols-5">
          {LANES.map((lane) => (
            <div key={lane} className="flex flex-col gap-2">
              <Skeleton className="h-6 w-24" />
              <Skeleton className="h-16" />
              <Skeleton className="h-16" />
              <Skeleton className="h-16" />
            </div>
          ))}
        </div>
      </LoadingRegion>
    </Page>
  );
}
