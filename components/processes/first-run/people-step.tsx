import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import type { ProcessDraft } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { useWords } from "../words";
import { StepFoot } from "./step-foot";

/** Who travels the route: colleagues are invited for its role, or later. */
export function PeopleStep({
  org,
  draft,
  invite,
  asked,
}: {
  org: string;
  draft: Pick<ProcessDraft, "id" | "role" | "category">;
  /** Where colleagues are invited. */
  invite: ReactNode;
  /** Somebody was asked to come along already: going on is no longer skipping. */
  asked: boolean;
}) {
  const t = useTranslations("start");
  const words = useWords({ roles: [], departments: [] }, draft.category);
  return (
    <>
      <header className="flex flex-col gap-1">
        <h1 className="page-title">{t("people.title")}</h1>
        <p className="max-w-prose text-body text-ink-2">
          {draft.role ? t("people.text", { role: words.text(draft.role.name) }) : t("people.textNoRole")}
        </p>
      </header>
      {invite}
      <StepFoot back={paths.startProcess(org, draft.id, "map")}>
        <LinkButton variant="primary" href={paths.startProcess(org, draft.id, "check")}>
          {asked ? t("next") : t("people.skip")}
        </LinkButton>
      </StepFoot>
    </>
  );
}
