"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";

/** Bars, loaded when they are first shown: the drawing library stays out of every other page. */
export const BarPlot = dynamic(() => import("./bar-plot"), {
  ssr: false,
  loading: () => <Skeleton className="h-60 w-full" />,
});
