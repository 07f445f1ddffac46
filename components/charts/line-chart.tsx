"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

/** Lines, loaded when they are first shown: the drawing library stays out of every other page. */
export const LinePlot = dynamic(() => import("./line-plot"), {
  ssr: false,
  loading: () => <Skeleton className="h-60 w-full" />,
});
