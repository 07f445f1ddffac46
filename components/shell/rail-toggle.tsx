"use client";

import { PanelLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { RAIL_COOKIE } from "@/lib/platform/i18n/locale";
import { rememberChoice } from "./cookie";

/** Folds the rail to its icons and back. The choice is an attribute of the document, so nothing re-renders. */
export function RailToggle() {
  const t = useTranslations("nav");
  const toggle = () => {
    const root = document.documentElement;
    if (root.dataset.rail === "icons") delete root.dataset.rail;
    else root.dataset.rail = "icons";
    rememberChoice(RAIL_COOKIE, root.dataset.rail ?? "");
  };
  return (
    <IconButton
      label={t("fold")}
      tooltip="above"
      onClick={toggle}
      className="hidden text-ink-3 lg:inline-flex rail-lent:hidden"
    >
      <PanelLeft className="size-4" aria-hidden="true" />
    </IconButton>
  );
}
