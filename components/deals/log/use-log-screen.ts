import { useCallback, useEffect, useRef, useState } from "react";
import { refuse } from "@/lib/domain/shared/result";
import { readDeal, readDeals } from "@/lib/features/deals/actions";
import type { DealRow, DealView } from "@/lib/features/deals/view";
import { readMe } from "@/lib/features/organizations/actions";
import { bind, lastMember } from "@/lib/platform/outbox/outbox";
import { keepShell } from "@/lib/platform/outbox/shell";
import { useOnline } from "@/lib/platform/outbox/use-outbox";
import { paths } from "@/lib/platform/paths";

/** Who logs: known from the server, only from this device, or nobody, who must sign in first. */
export type Who =
  | { readonly how: "asking" | "device" | "nobody" }
  | { readonly how: "server"; readonly member: string; readonly own: boolean };

const MOST = 20;
const AGAIN_MS = 10_000;

/**
 * What the log screen knows: who is here, their deals, and the deal chosen. Asked anew when the connection is back.
 * Without one it knows nothing but that somebody signed in on this device before.
 */
export function useLogScreen(org: string) {
  const online = useOnline();
  const [who, setWho] = useState<Who>({ how: "asking" });
  const [deals, setDeals] = useState<readonly DealRow[] | null>(null);
  const [deal, setDeal] = useState<DealView | null>(null);
  const [q, setQ] = useState("");
  const begun = useRef(false);
  const [round, setRound] = useState(0);

  // A device that has no connection does not always know, nor does it always say that it is back.
  useEffect(() => {
    if (who.how !== "device") return;
    const timer = setTimeout(() => setRound((count) => count + 1), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [who]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    let gone = false;
    const asked = online
      ? readMe(org, {})
      : Promise.resolve({ ok: false, refusal: refuse("offline") } as const);
    void asked.then(async (me) => {
      if (gone) return;
      if (me.ok) {
        const { id, userId, role } = me.value.member;
        if (userId) await bind(userId, org, id);
        void keepShell(paths.log(org));
        if (!gone) setWho({ how: "server", member: id, own: role === "rep" });
      } else if (["offline", "failed", "busy"].includes(me.refusal.code)) {
        const known = await lastMember(org);
        // The device may know the person from a moment ago, before the connection went.
        if (!gone)
          setWho((before) => (before.how === "server" ? before : { how: known ? "device" : "nobody" }));
      } else {
        window.location.assign(paths.signIn(`${window.location.pathname}${window.location.search}`));
      }
    });
    return () => {
      gone = true;
    };
  }, [org, online, round]);

  const open = useCallback(
    async (id: string) => {
      const result = await readDeal(org, { id });
      if (result.ok) setDeal(result.value);
      return result.ok ? null : result.refusal;
    },
    [org],
  );

  useEffect(() => {
    if (who.how !== "server") return;
    const stop = new AbortController();
    const list = (ownerId: string | null) => readDeals(org, { ownerId, q, limit: MOST }, stop.signal);
    const find = async () => {
      const mine = await list(who.own || q === "" ? who.member : null);
      // A manager without deals of their own logs on those of others.
      return mine.ok && mine.value.rows.length === 0 && !who.own ? list(null) : mine;
    };
    void find().then((found) => {
      if (stop.signal.aborted || !found.ok) return;
      const { rows } = found.value;
      setDeals(rows);
      if (begun.current) return;
      begun.current = true;
      const first = new URLSearchParams(window.location.search).get("deal") ?? rows[0]?.id;
      if (first) void open(first);
    });
    return () => stop.abort();
  }, [org, who, q, open]);

  return { online, who, deals, deal, open, q, setQ };
}
