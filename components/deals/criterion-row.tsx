"use client";

import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useCommands } from "@/components/shell/commands";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { showPlace } from "@/components/ui/show-place";
import { EVIDENCE_KINDS, type EvidenceKind } from "@/lib/domain/process/types";
import { giveEvidence, withdrawEvidence } from "@/lib/features/deals/actions";
import type { DealStage } from "@/lib/features/deals/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { newId } from "@/lib/platform/id";
import { useDeal } from "./deal-provider";
import { useText } from "./words";

type Criterion = DealStage["criteria"][number];

/** One exit criterion: what backs it, or the way to say what does. */
export function CriterionRow({ criterion }: { criterion: Criterion }) {
  const { org, deal, act } = useDeal();
  const t = useTranslations("deals.criteria");
  const text = useText();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { given, key: criterionKey } = criterion;
  const { id } = deal;
  const name = text(criterion.text);
  const kindName = (kind: string) => (t.has(`kind.${kind}`) ? t(`kind.${kind}`) : kind);

  const give = (kind: EvidenceKind, note: string | null) =>
    act((version) => giveEvidence(org, { id, version, criterionKey, kind, note }, { key: newId() }), {
      title: t("given", { criterion: name }),
      undo: (version) => withdrawEvidence(org, { id, version, criterionKey }, { key: newId() }),
    });
  const withdraw = () => {
    const kind = EVIDENCE_KINDS.find((each) => each === given?.kind) ?? criterion.evidence;
    return act((version) => withdrawEvidence(org, { id, version, criterionKey }, { key: newId() }), {
      title: t("withdrawn", { criterion: name }),
      undo: (version) =>
        giveEvidence(
          org,
          {
            id,
            version,
            criterionKey,
            kind,
            note: given?.note ?? null,
            ...(given && { occurred: { day: given.on, at: null } }),
          },
          { key: newId() },
        ),
    });
  };

  const row = useRef<HTMLLIElement>(null);
  useCommands([
    deal.mayEdit &&
      (given
        ? { label: t("withdrawOf", { criterion: name }), away: true, run: () => void withdraw() }
        : {
            label: t("addTo", { criterion: name }),
            run: () => {
              setOpen(true);
              showPlace(row.current);
            },
          }),
  ]);

  return (
    <li ref={row} className="border-t border-line py-2 first:border-t-0">
      <div className="flex items-start gap-3">
        {given ? (
          <CircleCheck className="mt-0.5 size-4 shrink-0 text-accent" aria-label={t("holds")} />
        ) : (
          <CircleDashed className="mt-0.5 size-4 shrink-0 text-ink-3" aria-label={t("openMark")} />
        )}
        <div className="min-w-0 flex-1">
          <p>{name}</p>
          <p className="text-caption font-normal text-ink-3">
            {given
              ? [kindName(given.kind), format.day(given.on, "year"), given.note].filter(Boolean).join(", ")
              : t("needs", { kind: kindName(criterion.evidence) })}
          </p>
        </div>
        {deal.mayEdit &&
          (given ? (
            <Button size="small" variant="quiet" onClick={withdraw}>
              {t("withdraw")}
            </Button>
          ) : (
            <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t("add")}
            </Button>
          ))}
      </div>
      {open && !given && (
        <EvidenceForm
          asked={criterion.evidence}
          onCancel={() => setOpen(false)}
          onSave={async (kind, note) => {
            if ((await give(kind, note)) === null) setOpen(false);
          }}
        />
      )}
    </li>
  );
}

function EvidenceForm({
  asked,
  onSave,
  onCancel,
}: {
  asked: EvidenceKind;
  onSave: (kind: EvidenceKind, note: string | null) => Promise<void>;
  onCancel: () => void;
}) {
  const t = useTranslations("deals.criteria");
  const common = useTranslations("common");
  const [kind, setKind] = useState<EvidenceKind>(asked);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  return (
    <form
      className="mt-2 ml-7 flex flex-col gap-2"
      onSubmit={async (event) => {
        event.preventDefault();
        setBusy(true);
        await onSave(kind, note.trim() || null);
        setBusy(false);
      }}
    >
      <Field label={t("who")}>
        <Select
          value={kind}
          options={EVIDENCE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={setKind}
        />
      </Field>
      <Field label={t("note")} optional>
        <Input value={note} onChange={(event) => setNote(event.target.value)} most={1000} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="small" variant="primary" loading={busy}>
          {common("save")}
        </Button>
        <Button size="small" variant="quiet" onClick={onCancel}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}
