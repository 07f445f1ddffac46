"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { shelf } from "../shelf";
import { type KeptPublish, readKept, writeKept } from "./kept-publish";

/**
 * Keeps on this device what is filled in for a draft, until it is published: going back to the draft or a reload loses
 * none of it. `takeUp` gets what an earlier visit left; the answer forgets it.
 */
export function useKeptPublish(
  versionId: string,
  now: KeptPublish,
  takeUp: (kept: KeptPublish) => void,
): () => void {
  const place = useMemo(() => shelf(() => window.localStorage, `koers.publish.${versionId}`), [versionId]);
  const [ready, setReady] = useState(false);
  const done = useRef(false);
  const latest = useRef(takeUp);
  latest.current = takeUp;
  useEffect(() => {
    const kept = readKept(place.read());
    if (kept) latest.current(kept);
    setReady(true);
  }, [place]);
  const text = writeKept(now);
  useEffect(() => {
    if (ready && !done.current) place.write(text);
  }, [ready, text, place]);
  return () => {
    done.current = true;
    place.write(null);
  };
}
