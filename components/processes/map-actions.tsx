"use client";

import { Archive, ArchiveRestore, Copy, Download, Ellipsis, Pencil } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLink } from "@/components/ui/menu";
import { notify } from "@/components/ui/toast";
import type { Refusal } from "@/lib/domain/shared/result";
import {
  archiveProcess,
  copyProcess,
  readProcessFile,
  unarchiveProcess,
} from "@/lib/features/processes/actions";
import type { ProcessMap } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";

import { AboutDialog } from "./about-dialog";

type OpenDeals = { readonly deals: readonly { readonly id: string; readonly title: string }[] };

/** Details and archiving, and what stands in its way: the deals that still run on the process, each with its page. */
export function MapActions({ org, view, name }: { org: string; view: ProcessMap; name: string }) {
  const { id: processId, archived } = view;
  const t = useTranslations("processes.map");
  const file = useTranslations("processes.file");
  const publish = useTranslations("processes.publish");
  const router = useRouter();
  const say = useRefusal();
  const [about, setAbout] = useState(false);
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = async (act: typeof archiveProcess) => {
    const result = await act(org, { processId });
    if (result.ok) router.refresh();
    else if (result.refusal.code === "process-has-open-deals") setRefusal(result.refusal);
    else notify({ title: say(result.refusal), tone: "bad" });
  };
  const save = async () => {
    const result = await readProcessFile(org, { processId, versionId: view.shown?.versionId });
    if (!result.ok) return void notify({ title: say(result.refusal), tone: "bad" });
    const blob = new Blob([JSON.stringify(result.value, null, 2)], { type: "application/json" });
    const link = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(blob),
      download: `${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.koers.json`,
    });
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const copy = async () => {
    const copied = Object.fromEntries(
      Object.entries(view.name).map(([language, text]) => [
        language,
        file("copyName", { name: text.slice(0, 180) }),
      ]),
    );
    const result = await copyProcess(org, { id: newId(), processId, name: copied });
    if (!result.ok) return void notify({ title: say(result.refusal), tone: "bad" });
    notify({ title: file("copied"), tone: "good" });
    router.push(paths.draft(org, result.value.processId));
  };
  useCommands([
    { label: t("about"), run: () => setAbout(true) },
    { label: t("versions"), run: () => router.push(paths.versions(org, processId)) },
    view.draft && !archived && { label: t("openDraft"), run: () => router.push(paths.draft(org, processId)) },
    view.shown && { label: file("print"), run: () => router.push(paths.printProcess(org, processId)) },
    { label: file("export"), run: () => void save() },
    { label: file("copy"), run: () => void copy() },
    archived
      ? { label: t("unarchive"), run: () => void run(unarchiveProcess) }
      : { label: t("archive"), run: () => setAsking(true) },
  ]);
  const older =
    view.shown?.status === "published" && view.deals.some(({ number }) => number !== view.shown?.number);
  const deals = (refusal?.current as OpenDeals | undefined)?.deals ?? [];
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("more")} tooltip={false} variant="secondary">
            <Ellipsis className="size-4" aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil />} onSelect={() => setAbout(true)}>
          {t("about")}
        </MenuItem>
        {view.shown && <MenuLink href={paths.printProcess(org, processId)}>{file("print")}</MenuLink>}
        <MenuItem icon={<Download />} onSelect={save}>
          {file("export")}
        </MenuItem>
        <MenuItem icon={<Copy />} onSelect={copy}>
          {file("copy")}
        </MenuItem>
        {older && !archived && (
          <MenuLink href={paths.moveDeals(org, processId)}>{publish("moveLink")}</MenuLink>
        )}
        {archived ? (
          <MenuItem icon={<ArchiveRestore />} onSelect={() => run(unarchiveProcess)}>
            {t("unarchive")}
          </MenuItem>
        ) : (
          <MenuItem icon={<Archive />} onSelect={() => setAsking(true)}>
            {t("archive")}
          </MenuItem>
        )}
      </Menu>
      <AboutDialog org={org} view={view} open={about} onOpenChange={setAbout} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("archiveTitle", { name })}
        confirm={t("archiveConfirm")}
        onConfirm={() => run(archiveProcess)}
      >
        {t("archiveText")}
      </ConfirmDialog>
      <Dialog
        open={refusal !== null}
        onOpenChange={(open) => !open && setRefusal(null)}
        title={t("openDeals")}
        description={refusal ? say(refusal) : undefined}
      >
        <ul className="flex flex-col divide-y divide-line">
          {deals.map((deal) => (
            <li key={deal.id}>
              <Link
                href={paths.deal(org, deal.id)}
                className="flex min-h-9 items-center text-accent hover:underline"
              >
                {deal.title}
              </Link>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
