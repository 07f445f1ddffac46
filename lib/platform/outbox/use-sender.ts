import { useEffect } from "react";
import { AGAIN_SECONDS } from "../again";
import type { Delivery } from "./deliver";
import { entries, flush, listen } from "./outbox";
import { useOnline } from "./use-outbox";

const FIRST_MS = AGAIN_SECONDS * 1000;
const LONGEST_MS = 5 * 60_000;

/**
 * Sends what waits: at first, when the connection is back, when the page is looked at again, and for as long as something
 * is left, ever more seldom. `ready` once it is known whose entries they are.
 */
export function useSender(ready: boolean): void {
  const online = useOnline();
  useEffect(() => {
    if (!ready || !online) return;
    let gone = false;
    let pause = FIRST_MS;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const later = () => {
      if (gone || timer !== null) return;
      timer = setTimeout(run, pause);
      pause = Math.min(pause * 3, LONGEST_MS);
    };
    const run = async () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      const delivery = await flush().catch((): Delivery => "later");
      if (gone) return;
      if (delivery === "later") later();
      else pause = FIRST_MS;
    };
    // Another part of the page may have tried and failed.
    const onChange = () =>
      void entries().then(
        (kept) => kept.some(({ state, tries }) => state === "waiting" && tries > 0) && later(),
      );
    const onLook = () => {
      if (document.visibilityState === "visible") void run();
    };
    void run();
    const stop = listen(onChange);
    document.addEventListener("visibilitychange", onLook);
    return () => {
      gone = true;
      if (timer !== null) clearTimeout(timer);
      stop();
      document.removeEventListener("visibilitychange", onLook);
    };
  }, [ready, online]);
}
