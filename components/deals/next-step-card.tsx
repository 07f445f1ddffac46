"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { isCallChannel } from "@/lib/domain/calls/types";
import { paths } from "@/lib/platform/paths";
import { BUYER_CARD } from "./buyer-card";
import { useDeal } from "./deal-provider";
import { useStepActions } from "./use-step-actions";
import { useStepWords } from "./use-step-words";
import { useText } from "./words";

/** The one thing to do next, the rule that chose it, why and how. */
export function NextStepCard() {
  const { org, deal, busy } = useDeal();
  const t = useTranslations("guidance");
  const text = useText();
  const words = useStepWords();
  const router = useRouter();
  const { complete, waive } = useStepActions();
  const stage = deal.stages.find(({ steps }) => steps.some(({ key }) => key === deal.next?.stepKey));
  const step = stage?.steps.find(({ key }) => key === deal.next?.stepKey);
  useCommands([
    step?.mayWork && {
      key: "n",
      label: t("next.key", { step: text(step.name) }),
      run: () => complete(step),
    },
    step?.mayWork &&
      isCallChannel(step.channel) && {
        label: t("command.planCall", { step: text(step.name) }),
        run: () => router.push(paths.newCall(org, deal.id, step.key)),
      },
  ]);
  if (!deal.next || !step || !stage) return <NothingNext />;
  const how = text(step.howTo);
  const known = deal.buyer.filter(({ forNext }) => forNext).length;
  const gain = text(step.buyerGains);
  return (
    <Card next aria-label={t("next.kicker")}>
      <p className="text-caption text-here">{t("next.kicker")}</p>
      <h2 className="mt-0.5 text-lead font-semibold">{text(step.name)}</h2>
      <p className="text-caption font-normal text-ink-2">
        {[
          step.importance === "key" && t("importance.key"),
          words.who(step),
          words.when(step),
          stage.key !== deal.stageKey && t("next.fromStage", { stage: text(stage.name) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="lead-sentence mt-2">{t(`rule.${deal.next.rule}`)}</p>
      {gain && (
        <p className="mt-1 text-ink-2">
          <span className="text-caption text-ink-3">{t("next.gain")} </span>
          {gain}
        </p>
      )}
      {how && (
        <p className="mt-1 text-ink-2">
          <span className="text-caption text-ink-3">{t("next.how")} </span>
          {how}
        </p>
      )}
      {known > 0 && (
        <p className="mt-1">
          <a href={`#${BUYER_CARD}`} className="text-caption text-accent hover:underline">
            {t("next.buyer", { count: known })}
          </a>
        </p>
      )}
      {step.mayWork && (
        <div className="mt-4 flex flex-wrap gap-2">
          <Button variant="primary" shortcut="N" loading={busy} onClick={() => complete(step)}>
            {t("action.done")}
          </Button>
          <Button disabled={busy} onClick={() => waive(step)}>
            {t("action.notNeeded")}
          </Button>
          {isCallChannel(step.channel) && (
            <LinkButton href={paths.newCall(org, deal.id, step.key)}>{t("action.planCall")}</LinkButton>
          )}
        </div>
      )}
    </Card>
  );
}

function NothingNext() {
  const { deal } = useDeal();
  const t = useTranslations("guidance");
  const text = useText();
  const here = deal.stages.findIndex(({ state }) => state === "here");
  const following = deal.stages[here + 1];
  return (
    <Card next>
      <p className="text-caption text-here">{t("next.kicker")}</p>
      <h2 className="mt-0.5 text-lead font-semibold">
        {deal.stages.every(({ steps }) => steps.length === 0)
          ? t("next.noSteps")
          : following
            ? t("next.moveOn", { stage: text(following.name) })
            : t("next.close")}
      </h2>
      <p className="mt-1 text-ink-2">{t("next.nothingLeft")}</p>
    </Card>
  );
}
