"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useUrlParam } from "@/components/ui/use-url-param";
import type { GateId } from "@/lib/domain/maturity/gates";

/** Opens the rows behind a gate; `row` looks like a link in a table, otherwise it is a button. */
export function OpenGate({
  gate,
  row = false,
  primary = false,
  children,
}: {
  gate: GateId;
  row?: boolean;
  primary?: boolean;
  children: ReactNode;
}) {
  const [, open] = useUrlParam("gate");
  if (!row)
    return (
      <Button variant={primary ? "primary" : "secondary"} onClick={() => open(gate)}>
        {children}
      </Button>
    );
  return (
    <button
      type="button"
      onClick={() => open(gate)}
      className="min-h-6 text-left underline decoration-line decoration-dotted underline-offset-4 hover:decoration-ink"
    >
      {children}
    </button>
  );
}
