"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { useSignOut } from "./use-sign-out";

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
  const { signOut, question } = useSignOut(to);
  return (
    <>
      <Button
        variant={variant}
        loading={busy}
        onClick={async () => {
          setBusy(true);
          await signOut().finally(() => setBusy(false));
        }}
      >
        {children}
      </Button>
      {question}
    </>
  );
}
