import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";

/** Below a station: back, and the way on at the right. */
export function StepFoot({ back, children }: { back: string; children: ReactNode }) {
  const t = useTranslations("start");
  return (
    <footer className="flex flex-wrap items-center justify-between gap-3">
      <LinkButton variant="quiet" href={back}>
        {t("back")}
      </LinkButton>
      {children}
    </footer>
  );
}
