"use client";

import { Archive, ArchiveRestore, Ellipsis, Pencil } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { notify } from "@/components/ui/toast";
import type { Refusal } from "@/lib/domain/shared/result";
import { archiveProcess, unarchiveProcess } from "@/lib/features/processes/actions";
import type { ProcessMap } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { paths } from "@/lib/platform/paths";

import { AboutDialog } from "./about-dialog";

type OpenDeals = { readonly deals: readonly { readonly id: string; readonly title: string }[] };

/** Details and archiving, and what stands in its way: the deals that still run on the process, each with its page. */
export function MapActions({ org, view, name }: { org: string; view: ProcessMap; name: string }) {
  const { id: processId, archived } = view;
  const t = useTranslations("processes.map");
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
