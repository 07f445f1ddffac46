"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { showPlace } from "@/components/ui/show-place";
import { deleteCall, reopenCall, restoreCall } from "@/lib/features/calls/actions";
import type { CallView } from "@/lib/features/calls/view";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import { DebriefForm } from "./debrief-form";
import { NotHeld } from "./not-held";
import { Outcome } from "./outcome";
import { PlanCard } from "./plan-card";
import { StepsCard } from "./steps-card";
import { STANDING_TONE } from "./tones";
import { useCall } from "./use-call";
import { useLength, useWhen } from "./words";

/**
 * One call: its plan to read before it, and what came of it after it. Once it is over, what came of it stands first, so that on
 * a phone it takes a tap for the result and one to save.
 */
export function CallPage({ org, call }: { org: string; call: CallView }) {
  const t = useTranslations("calls");
  const deals = useTranslations("deals");
  const when = useWhen(call);
  const length = useLength();
  const { busy, change } = useCall();
  const { id, version, deal, plan, standing, status } = call;
  const may = call.mayEdit && !call.deleted;
  const over = standing === "ask" || standing === "held";
  const back = () => change(() => restoreCall(org, { id }, { key: newId() }), t("toast.restored"));
  const gone = () =>
    change(
      () => deleteCall(org, { id, version }, { key: newId() }),
      t("toast.deleted"),
      () => void back(),
    );
  const router = useRouter();
  useCommands([
    may &&
      status === "planned" && { label: t("edit"), run: () => router.push(paths.editCall(org, deal.id, id)) },
    may && status === "planned" && { label: t("deleteHere"), away: true, run: () => void gone() },
    call.deleted && call.mayEdit && { label: t("bringBackHere"), run: () => void back() },
  ]);
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: deals("title"), href: paths.deals(org) },
          { label: deal.company ?? deal.title, href: paths.deal(org, deal.id) },
        ]}
        title={plan.goal || t("withoutGoal")}
        sub={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span className="font-medium first-letter:uppercase">{when(plan.at)}</span>
            <span>{t(`channel.${plan.channel}`)}</span>
            <span>{length(plan.minutes)}</span>
            <span>{t("by", { name: call.owner.name })}</span>
            <Badge tone={STANDING_TONE[standing]}>{t(`standing.${standing}`)}</Badge>
            {call.moves > 0 && (
              <span className="text-caption font-normal text-ink-3">
                {t("plan.moved", { count: call.moves })}
              </span>
            )}
          </span>
        }
        actions={
          may &&
          status === "planned" && (
            <Button variant="quiet" disabled={busy} onClick={() => void gone()}>
              {t("delete")}
            </Button>
          )
        }
      />
      {call.deleted && (
        <div className="mb-4">
          <Banner tone="info" title={t("deleted")}>
            {call.mayEdit && (
              <Button size="small" loading={busy} onClick={() => void back()}>
                {t("bringBack")}
              </Button>
            )}
          </Banner>
        </div>
      )}
      <div className="flex flex-col gap-4 lg:grid lg:grid-cols-12 lg:items-start">
        <div className={over ? "max-lg:order-2 lg:col-span-7" : "lg:col-span-7"}>
          <PlanCard
            call={call}
            actions={
              may &&
              status === "planned" && (
                <LinkButton size="small" href={paths.editCall(org, deal.id, id)}>
                  {t("edit")}
                </LinkButton>
              )
            }
          />
        </div>
        <div className="flex flex-col gap-4 max-lg:contents lg:col-span-5">
          <div id="debrief" className={over ? "scroll-mt-20 max-lg:order-1" : "scroll-mt-20"}>
            <DebriefCard org={org} call={call} may={may} />
          </div>
          {may && status === "planned" && (
            <div className="max-lg:order-3">
              <NotHeld org={org} call={call} />
            </div>
          )}
          <div className="max-lg:order-4">
            <StepsCard org={org} call={call} />
          </div>
        </div>
      </div>
    </Page>
  );
}

/** What came of it: the form when it is over, behind a button before that, and afterwards what was said. */
function DebriefCard({ org, call, may }: { org: string; call: CallView; may: boolean }) {
  const t = useTranslations("calls");
  const { busy, change } = useCall();
  const [open, setOpen] = useState(false);
  const { id, version, status, standing } = call;
  const cancelled = call.cancellation;
  const asked = open || standing === "ask" || standing === "now";
  const again = () => change(() => reopenCall(org, { id, version }, { key: newId() }), t("toast.reopened"));
  const card = useRef<HTMLDivElement>(null);
  useCommands([
    may &&
      !cancelled && {
        label: t(status === "held" ? "debrief.changeHere" : "debrief.open"),
        run: () => {
          if (status === "held" || !asked) setOpen(true);
          showPlace(card.current);
        },
      },
    may && Boolean(cancelled) && { label: t("notHeld.again"), run: () => void again() },
  ]);
  if (cancelled)
    return (
      <Card title={t("debrief.title")}>
        <p>{t("notHeld.said", { reason: t(`notHeld.reasons.${cancelled.reason}`) })}</p>
        {cancelled.note && <p className="mt-1 break-words text-ink-2">{cancelled.note}</p>}
        {may && (
          <Button className="mt-3" loading={busy} onClick={() => void again()}>
            {t("notHeld.again")}
          </Button>
        )}
      </Card>
    );
  if (status === "held" && !open)
    return (
      <Card
        ref={card}
        title={t("debrief.title")}
        actions={
          may && (
            <Button size="small" onClick={() => setOpen(true)}>
              {t("debrief.change")}
            </Button>
          )
        }
      >
        <Outcome call={call} />
      </Card>
    );
  if (!may) return null;
  return (
    <Card ref={card} title={t("debrief.title")} next={standing === "ask"}>
      {asked ? (
        <DebriefForm
          key={`${status} ${version}`}
          org={org}
          call={call}
          onDone={() => setOpen(false)}
          {...(open && { onCancel: () => setOpen(false) })}
        />
      ) : (
        <Button onClick={() => setOpen(true)}>{t("debrief.open")}</Button>
      )}
    </Card>
  );
}
