"use client";

import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import type { LocalText } from "@/lib/domain/shared/text";
import type { ImportProcess } from "@/lib/features/processes/input";
import type { FileTwin } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { useWords } from "./words";

/** What can be done with a file whose name a process has: beside that process, or as its next draft. */
export function FileTwinChoice({
  org,
  twin,
  busy,
  onChoose,
}: {
  org: string;
  twin: FileTwin;
  busy: boolean;
  onChoose: (twin: NonNullable<ImportProcess["twin"]>) => void;
}) {
  const t = useTranslations("processes.file");
  const words = useWords(NOBODY, "opportunity");
  const name = Object.fromEntries(
    Object.entries(twin.name).map(([language, text]) => [
      language,
      t("copyName", { name: text.slice(0, 180) }),
    ]),
  ) as LocalText;
  const { processId, draft } = twin;
  return (
    <div className="flex flex-col items-start gap-2">
      {draft && <p className="text-body text-ink-2">{t("twin.hasDraft")}</p>}
      <div className="flex flex-wrap gap-2">
        {draft ? (
          <LinkButton href={paths.draft(org, processId)}>{t("twin.open")}</LinkButton>
        ) : (
          <Button loading={busy} onClick={() => onChoose({ as: "draft", processId })}>
            {t("twin.draft")}
          </Button>
        )}
        <Button loading={busy} onClick={() => onChoose({ as: "copy", name })}>
          {t("twin.copy", { name: words.text(name) })}
        </Button>
      </div>
    </div>
  );
}

const NOBODY = { roles: [], departments: [] } as const;
