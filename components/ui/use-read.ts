"use client";

import { useEffect, useState } from "react";
import type { Result } from "@/lib/platform/verb";

/**
 * What a reader answers to an input that is plain JSON; null while nothing is asked (input null) or no answer came yet. The
 * same input is not asked again when the page renders anew; another one, or leaving, gives the first up.
 */
export function useRead<I, O>(
  read: (org: string, input: I, signal: AbortSignal) => Promise<Result<O>>,
  org: string,
  input: I | null,
): Result<O> | null {
  const [found, setFound] = useState<Result<O> | null>(null);
  const question = input === null ? null : JSON.stringify(input);
  useEffect(() => {
    setFound(null);
    if (question === null) return;
    const stop = new AbortController();
    read(org, JSON.parse(question), stop.signal).then((result) => {
      if (!stop.signal.aborted) setFound(result);
    });
    return () => stop.abort();
  }, [read, org, question]);
  return found;
}
