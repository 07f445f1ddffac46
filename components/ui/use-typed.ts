"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { typedAt } from "@/lib/platform/typed/typed";

/**
 * Keeps on this device what is typed into a form until it is saved: a reload or another page in between loses none of it.
 * `text` is what the form holds, null while that is nothing to keep. `takeUp` gets what an earlier visit left; the answer
 * forgets it.
 */
export function useTyped(name: string, text: string | null, takeUp: (text: string) => void): () => void {
  const place = useMemo(() => typedAt(name), [name]);
  const [ready, setReady] = useState(false);
  const done = useRef(false);
  const latest = useRef(takeUp);
  latest.current = takeUp;
  useEffect(() => {
    const kept = place.read();
    if (kept !== null) latest.current(kept);
    setReady(true);
  }, [place]);
  useEffect(() => {
    if (ready && !done.current) place.write(text);
  }, [ready, text, place]);
  return () => {
    done.current = true;
    place.write(null);
  };
}
