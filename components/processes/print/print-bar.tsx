"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Above the sheet on screen, never on paper. */
export function PrintBar({ back, children }: { back: React.ReactNode; children: React.ReactNode }) {
  const t = useTranslations("processes.print");
  return (
    <div className="flex flex-wrap items-center gap-4 border-b border-line bg-surface px-4 py-3 print:hidden">
      {back}
      <div className="ml-auto flex items-center gap-3">
        {children}
        <Button variant="primary" onClick={() => window.print()}>
          <Printer className="size-4" aria-hidden="true" />
          {t("print")}
        </Button>
      </div>
    </div>
  );
}
