import { Circle, CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Judgement } from "@/lib/domain/maturity/judgement";

const LOOK = {
  met: { Icon: CircleCheck, tone: "text-accent" },
  "not-met": { Icon: Circle, tone: "text-ink-2" },
  "not-measurable": { Icon: CircleDashed, tone: "text-ink-3" },
} as const;

/** Met, not met, or not measurable yet: a mark of its own shape, and the word for who does not see it. */
export function GateState({ state }: { state: Judgement["state"] }) {
  const t = useTranslations("maturity.state");
  const { Icon, tone } = LOOK[state];
  return (
    <>
      <Icon className={`size-4 ${tone}`} aria-hidden="true" />
      <span className="sr-only">{t(state)}</span>
    </>
  );
}
