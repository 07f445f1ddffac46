import { useEffect, useState, useSyncExternalStore } from "react";
import type { Entry } from "./entry";
import { entries, listen } from "./outbox";

function onConnection(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Whether the device has a connection, as far as it knows. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    onConnection,
    () => navigator.onLine,
    () => true,
  );

/** What waits on this device, kept up to date with every tab; null until it was read. */
export function useOutbox(): readonly Entry[] | null {
  const [kept, setKept] = useState<readonly Entry[] | null>(null);
  useEffect(() => {
    let gone = false;
    const load = () =>
      void entries().then(
        (found) => !gone && setKept(found),
        // A browser that keeps nothing, as some do in private windows, has nothing waiting.
        () => !gone && setKept([]),
      );
    load();
    const stop = listen(load);
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return kept;
}
