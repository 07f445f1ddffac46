"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { useTyped } from "@/components/ui/use-typed";
import type { Stage } from "@/lib/domain/process/types";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { moveDeals, publishVersion } from "@/lib/features/processes/actions";
import { MOST_WHY, type Moves, type ProcessHead, type Publishing } from "@/lib/features/processes/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import { useWords } from "../words";
import { HypothesisFields, hypothesisOf, sizeOf } from "./hypothesis-fields";
import { KeptDeals } from "./kept-deals";
import { readKept, UNSAID, writeKept } from "./kept-publish";
import { moveInParts, PART } from "./move-in-parts";
import { OpenDeals } from "./open-deals";
import { OutlookLine } from "./outlook-line";
import { useMoves } from "./use-moves";
import { useTellMoves } from "./use-tell-moves";

/** Which open deals go over, what is expected and why; and the button that makes the draft a version. */
export function PublishForm({
  org,
  head,
  versionId,
  revision,
  number,
  before,
  stages,
  moves,
  outlook,
  blocked,
}: {
  org: string;
  head: ProcessHead;
  versionId: string;
  revision: number;
  number: number;
  /** The number of the version that is replaced; null for the first. */
  before: number | null;
  stages: readonly Stage[];
  moves: Moves;
  /** What an expectation is held against. */
  outlook: Pick<Publishing, "baselines" | "today" | "currency">;
  /** The check found errors: nothing can be published yet. */
  blocked: boolean;
}) {
  const router = useRouter();
  const say = useRefusal();
  const words = useWords({ roles: [], departments: [] }, head.category);
  const { t } = words;
  const moving = useMoves(org, moves, "draft");
  const { kept, letGo, tellKept, undoOf } = useTellMoves(org, moving.shown, words);
  const [why, setWhy] = useState("");
  const [form, setForm] = useState(UNSAID);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(0);
  const [key, setKey] = useState(newId);

  const filledIn = { why, form, stages: moving.stages, chosen: [...moving.chosen] };
  const forget = useTyped(`publish.${versionId}`, writeKept(filledIn), (text) => {
    const was = readKept(text);
    if (!was) return;
    setWhy(was.why);
    setForm(was.form);
    moving.restore(was);
  });

  // Nothing came before the first version: there is nothing to hold an expectation against.
  const first = number === 1;
  const { hypothesis } = first ? {} : hypothesisOf(form, { stages });
  const card = useRef<HTMLDivElement>(null);
  /** The reason stands at the field already; the focus goes where it is solved. */
  const lead = (field: "size" | "why") =>
    card.current?.querySelector<HTMLElement>(field === "why" ? "textarea" : "input[inputmode]")?.focus();
  const publish = async () => {
    if (sizeOf(form) === undefined) return lead("size");
    if (before !== null && !why.trim()) {
      setRefusal(refuse("why-needed", undefined, { field: "why" }));
      return lead("why");
    }
    // How many fit stands at the field already.
    if (why.trim().length > MOST_WHY) return lead("why");
    setBusy(true);
    setRefusal(null);
    const result = await publishVersion(
      org,
      {
        processId: head.id,
        versionId,
        revision,
        deals: moving.going.slice(0, PART),
        ...(why.trim() && { why: why.trim() }),
        ...(hypothesis && { hypothesis }),
      },
      { key },
    );
    if (!result.ok) {
      setBusy(false);
      // Another try is another request, unless this one may have arrived.
      if (result.refusal.code !== "offline") setKey(newId());
      return setRefusal(result.refusal);
    }
    const { versionId: onto, number: made } = result.value;
    const rest = moving.going.slice(PART).map((deal) => ({ ...deal, versionId: onto }));
    const more = await moveInParts(
      rest,
      (deals) => moveDeals(org, { processId: head.id, deals }),
      (asked) => setAsked(PART + asked),
    );
    setBusy(false);
    const switched = {
      moved: [...result.value.moved, ...more.moved],
      kept: [...result.value.kept, ...more.kept],
    };
    const { moved } = switched;
    notify({
      title: t("publish.done", { number: made }),
      ...(moved.length > 0 && {
        text: t("publish.moved", { count: moved.length }),
        undo: undoOf(switched),
        undoLabel: t("publish.putBack", { count: moved.length }),
      }),
    });
    forget();
    if (!tellKept(switched)) leave();
  };
  const leave = () => {
    router.push(paths.process(org, head.id));
    router.refresh();
  };
  const whyError = refusal?.field === "why" ? say(refusal) : undefined;
  return (
    <>
      {moves.total > 0 && before !== null && (
        <Card title={t("publish.open", { count: moves.total })}>
          <OpenDeals org={org} moving={moving} words={words} />
        </Card>
      )}
      <Card
        title={t(first ? "publish.why" : "publish.expect")}
        sub={t(first ? "publish.expectFirst" : "publish.expectText")}
        className="lg:col-span-2"
      >
        <div ref={card} className="flex flex-col gap-4">
          {!first && <HypothesisFields form={form} doc={{ stages }} words={words} onChange={setForm} />}
          {before !== null && hypothesis && (
            <OutlookLine
              hypothesis={hypothesis}
              baselines={outlook.baselines}
              today={outlook.today}
              currency={outlook.currency}
              number={number}
              words={words}
            />
          )}
          <Field
            label={t("publish.why")}
            optional={before === null}
            hint={t("publish.whyHint")}
            error={whyError}
          >
            <Textarea
              rows={2}
              most={MOST_WHY}
              value={why}
              placeholder={t("publish.whyPlaceholder")}
              onChange={(event) => {
                setWhy(event.target.value);
                if (whyError) setRefusal(null);
              }}
            />
          </Field>
        </div>
      </Card>
      <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 lg:col-span-2">
        <p className="min-w-0 flex-1 basis-64 text-caption font-normal text-ink-3">
          {t("publish.text", { number })} {before !== null && t("publish.back", { number, before })}
        </p>
        {refusal && !whyError && (
          <Banner tone="bad">
            {say(refusal)}{" "}
            {(refusal.code === "draft-changed" || refusal.code === "draft-gone") && (
              <button type="button" className="underline" onClick={() => router.refresh()}>
                {t("publish.lookAgain")}
              </button>
            )}
          </Banner>
        )}
        {busy && asked > 0 && (
          <p role="status" className="tnum text-caption text-ink-2">
            {t("publish.movingNow", {
              asked: Math.min(asked, moving.going.length),
              all: moving.going.length,
            })}
          </p>
        )}
        {blocked ? (
          <LinkButton variant="primary" href={paths.draft(org, head.id)}>
            {t("publish.backToErrors")}
          </LinkButton>
        ) : (
          <Button variant="primary" loading={busy} onClick={publish}>
            {t("publish.go", { number })}
          </Button>
        )}
      </footer>
      {kept && (
        <KeptDeals
          org={org}
          {...kept}
          words={words}
          onClose={() => {
            letGo();
            leave();
          }}
        />
      )}
    </>
  );
}
