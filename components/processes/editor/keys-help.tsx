"use client";

import { useTranslations } from "next-intl";
import { lazy } from "react";
import { useCommands } from "@/components/shell/commands";
import { Late } from "@/components/ui/late";

import { useEditorKeys } from "./use-editor-keys";

const load = () => import("./keys-panel");
const KeysPanel = lazy(load);

/** The keys of the editor, one press away. Hidden on touch, where there are none. */
export function KeysHelp() {
  const t = useTranslations("processes.editor");
  useCommands(useEditorKeys());
  return (
    <Late
      load={load}
      popup="dialog"
      button={
        <button type="button" className="min-h-6 text-accent hover:underline touch:hidden">
          {t("keys")}
        </button>
      }
    >
      {(at) => <KeysPanel {...at} />}
    </Late>
  );
}
