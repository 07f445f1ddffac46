"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Shows the next rows of a long list; nothing when there are none. */
export function MoreButton({ more, onClick }: { more: number; onClick: () => void }) {
  const t = useTranslations("imports.mapping");
  if (more === 0) return null;
  return (
    <Button size="small" className="mt-3" onClick={onClick}>
      {t("more", { count: more })}
    </Button>
  );
}
