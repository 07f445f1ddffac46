import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import type { GateId } from "@/lib/domain/maturity/gates";
import { paths } from "@/lib/platform/paths";
import { OpenGate } from "./open-gate";
import { ReviewForm } from "./review-form";

/** Gates whose rows nobody can record yet: they have no action. */
const WAITING: readonly GateId[] = ["buyer-anchored", "coached", "triaged"];
/** Gates that are met in the design of the process. */
const DESIGN: readonly GateId[] = ["defined", "complete", "refined"];

/** The way to what meets a gate: the draft, a review, or the rows that do not count yet. */
export function GateAction({
  org,
  gate,
  process,
  first,
  canReview,
  canEdit,
}: {
  org: string;
  gate: GateId;
  process: { readonly processId: string; readonly hasDraft: boolean };
  first: boolean;
  canReview: boolean;
  canEdit: boolean;
}) {
  const t = useTranslations("maturity");
  const { processId, hasDraft } = process;
  if (WAITING.includes(gate)) return null;
  if (DESIGN.includes(gate) && canEdit) {
    return (
      <LinkButton
        variant={first ? "primary" : "secondary"}
        href={hasDraft ? paths.draft(org, processId) : paths.process(org, processId)}
      >
        {t(`action.${gate}.go`)}
      </LinkButton>
    );
  }
  if ((gate === "reviewed" || gate === "checked") && canReview)
    return <ReviewForm org={org} processId={processId} primary={first} />;
  return (
    <OpenGate gate={gate} primary={first}>
      {t(`action.${gate}.go`)}
    </OpenGate>
  );
}
