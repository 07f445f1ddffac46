"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { LiveRegion } from "./live-region";
import { onFirstMessage } from "./toast";

const ToastList = lazy(() => import("./toast-list"));

/** Shows what `notify` and `announce` say; one per page, in the root layout. What draws messages loads with the first one. */
export function Toaster() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => onFirstMessage(() => setWanted(true)), []);
  return (
    <>
      <LiveRegion />
      {wanted && (
        <Suspense>
          <ToastList />
        </Suspense>
      )}
    </>
  );
}
