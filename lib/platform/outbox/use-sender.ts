import { useEffect, useState } from "react";
import type { Delivery } from "./deliver";
import { flush } from "./outbox";
import { useOnline } from "./use-outbox";

const FIRST_MS = 5_000;
const LONGEST_MS = 5 * 60_000;

/**
 * Sends what waits: at first, when the connection is back, when the page is looked at again, and else ever
 * more seldom. Gives how it last went. `ready` once it is known whose entries they are.
 */
export function useSender(ready: boolean): Delivery {
  const online = useOnline();
  const [went, setWent] = useState<Delivery>("done");
  useEffect(() => {
    if (!ready || !online) return;
    let gone = false;
    let pause = FIRST_MS;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = async () => {
      clearTimeout(timer);
      const delivery = await flush().catch((): Delivery => "later");
      if (gone) return;
      setWent(delivery);
      if (delivery !== "later") {
        pause = FIRST_MS;
        return;
      }
      timer = setTimeout(run, pause);
      pause = Math.min(pause * 3, LONGEST_MS);
    };
    const onLook = () => {
      if (document.visibilityState === "visible") void run();
    };
    void run();
    document.addEventListener("visibilitychange", onLook);
    return () => {
      gone = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onLook);
    };
  }, [ready, online]);
  return went;
}
