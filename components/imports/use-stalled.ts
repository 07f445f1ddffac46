import { useEffect, useState } from "react";

const STALLED_MS = 60_000;

/** True when a running job has not moved for a minute: its server may be gone, and a person can start it again. */
export function useStalled(progress: number, running: boolean): boolean {
  const [stalledAt, setStalledAt] = useState<number | null>(null);
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setStalledAt(progress), STALLED_MS);
    return () => clearTimeout(timer);
  }, [progress, running]);
  return running && stalledAt === progress;
}
