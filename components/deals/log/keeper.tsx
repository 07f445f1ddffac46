"use client";

import { useEffect, useState } from "react";
import { bind } from "@/lib/platform/outbox/outbox";
import { keepShell } from "@/lib/platform/outbox/shell";
import { useSender } from "@/lib/platform/outbox/use-sender";
import { paths } from "@/lib/platform/paths";

/** Sends logs that wait on this device, wherever in the organisation somebody is, and keeps the log screen at hand. */
export function LogKeeper({ org, userId, member }: { org: string; userId: string; member: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void bind(userId, org, member).then(() => {
      setReady(true);
      return keepShell(paths.log(org));
    });
  }, [org, userId, member]);
  useSender(ready);
  return null;
}
