"use client";

import { CircleAlert, CloudOff, Ellipsis, Redo2, Undo2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { lazy, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Late } from "@/components/ui/late";
import type { ProcessDraft } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import type { DraftState } from "./draft-store";
import { useEditing } from "./editing";
import { Rename } from "./rename";

const loadMenu = () => import("./header-menu");
const HeaderMenu = lazy(loadMenu);

/** Title, state of saving, undo, the check and the way to publish. */
export function EditorHeader({
  org,
  draft,
  state,
  name,
  colleagues,
  check,
  onRename,
  onUndo,
  onRedo,
  onPublish,
  onDiscard,
  onTiming,
}: {
  org: string;
  draft: ProcessDraft;
  state: DraftState;
  name: string;
  colleagues: ReactNode;
  check: ReactNode;
  onRename: (name: string) => void;
  onUndo: () => void;
  onRedo: () => void;
  onPublish: () => void;
  onDiscard: () => Promise<void>;
  /** Opens the timing that the process gives to its stages and steps. */
  onTiming: () => void;
}) {
  const t = useTranslations("processes.editor");
  const tAll = useTranslations("processes");
  const [renaming, setRenaming] = useState(false);
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-4 pt-4 sm:px-6">
      <div className="min-w-0 flex-1 basis-72">
        {renaming ? (
          <Rename
            label={t("processName")}
            value={name}
            className="page-title"
            onDone={(typed) => {
              setRenaming(false);
              if (typed) onRename(typed);
            }}
          />
        ) : (
          <h1 className="page-title">
            {name || tAll("untitled.process")}
            <span className="sr-only">, {t("draftOf", { number: draft.number })}</span>
          </h1>
        )}
        <p className="mt-1 text-body text-ink-2">
          {t("draftOf", { number: draft.number })}
          {", "}
          <SaveState state={state} timeZone={draft.timeZone} />
          {". "}
          {draft.published &&
            t(draft.published.inUse ? "runsOn" : "ranOn", {
              number: draft.published.number,
              count: draft.published.open,
            })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {colleagues}
        <IconButton label={t("undo")} aria-disabled={!state.canUndo} onClick={onUndo}>
          <Undo2 className="size-4" aria-hidden="true" />
        </IconButton>
        <IconButton label={t("redo")} aria-disabled={!state.canRedo} onClick={onRedo}>
          <Redo2 className="size-4" aria-hidden="true" />
        </IconButton>
        {check}
        <Late
          load={loadMenu}
          button={
            <IconButton label={tAll("map.more")} tooltip={false} variant="secondary">
              <Ellipsis className="size-4" aria-hidden="true" />
            </IconButton>
          }
        >
          {(at) => (
            <HeaderMenu
              at={at}
              org={org}
              processId={draft.id}
              name={name}
              only={draft.number === 1}
              onRename={() => setRenaming(true)}
              onTiming={onTiming}
              onDiscard={onDiscard}
            />
          )}
        </Late>
        <Button variant="primary" onClick={onPublish}>
          {t("publish")}
        </Button>
      </div>
    </header>
  );
}

/** Always says where the work is: saved and when, on its way, or kept here until the connection is back. */
function SaveState({ state, timeZone }: { state: DraftState; timeZone: string }) {
  const t = useTranslations("processes.editor");
  const { words } = useEditing();
  const { trouble, unsent, savedAt } = state;
  if (trouble === "gone") {
    return (
      <span className="text-bad">
        <CircleAlert className="inline size-4" aria-hidden="true" /> {t("gone")}
      </span>
    );
  }
  if (trouble === "offline") {
    return (
      <span role="status" className="text-warn">
        <CloudOff className="inline size-4" aria-hidden="true" /> {t("offline", { count: unsent })}
      </span>
    );
  }
  if (trouble === "signed-out") {
    return (
      <span role="status" className="text-bad">
        {t("signedOut")}{" "}
        <Link href={paths.signIn()} className="text-accent underline">
          {t("signIn")}
        </Link>
      </span>
    );
  }
  if (unsent > 0) return <span>{t("saving")}</span>;
  if (!savedAt) return <span>{t("asOpened")}</span>;
  const time = new Intl.DateTimeFormat(words.locale === "nl" ? "nl-NL" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(new Date(savedAt));
  return <span className="tnum">{t("saved", { time })}</span>;
}
