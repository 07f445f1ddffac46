"use client";

import { useRouter } from "next/navigation";
import { rememberChoice } from "@/components/shell/cookie";
import { Button } from "@/components/ui/button";
import { CHECKLIST_COOKIE } from "./checklist-cookie";

/** Puts the checklist away on this device. */
export function HideChecklist({ label }: { label: string }) {
  const router = useRouter();
  return (
    <Button
      variant="quiet"
      size="small"
      onClick={() => {
        rememberChoice(CHECKLIST_COOKIE, "hidden");
        router.refresh();
      }}
    >
      {label}
    </Button>
  );
}
