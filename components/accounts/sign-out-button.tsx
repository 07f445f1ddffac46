"use client";

import { signOut } from "next-auth/react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";

/** Ends the session and goes to `to` (our own page), with nothing of the person left in memory. */
export function SignOutButton({
  to,
  variant = "quiet",
  children,
}: {
  to: string;
  variant?: "quiet" | "primary" | "secondary";
  children: ReactNode;
}) {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant={variant}
      loading={busy}
      onClick={async () => {
        setBusy(true);
        await signOut({ redirect: false }).catch(() => undefined);
        window.location.assign(to);
      }}
    >
      {children}
    </Button>
  );
}
