"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { announce } from "@/components/ui/live-region";
import { MentionField } from "@/components/ui/mention-field";
import { Segmented } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { type Due, parseTaskLine } from "@/lib/domain/tasks/line";
import { addTask } from "@/lib/features/tasks/actions";
import { MOST_TITLE } from "@/lib/features/tasks/input";
import type { MyTasks, NamedId, TaskKind } from "@/lib/features/tasks/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { useTasks } from "./use-tasks";
import { clockOf } from "./words";

type Place = { dealId?: string; companyId?: string };
type View = Pick<MyTasks, "people" | "memberId" | "today" | "minutes">;

/** One typed line becomes a task or a promise; what was read out of it is shown, and can be set right, before it is saved. */
export function TaskLine({
  org,
  place,
  view,
  contacts = [],
  autoFocus,
  onAdded,
  onLeave,
}: {
  org: string;
  place: Place;
  view: View;
  contacts?: readonly NamedId[];
  /** For a line that somebody asked for: they type on at once. */
  autoFocus?: boolean;
  onAdded: () => void;
  /** Escape on an empty line. */
  onLeave?: () => void;
}) {
  const t = useTranslations("tasks.add");
  const toast = useTranslations("tasks.toast");
  const sentence = useRefusal();
  const { throwAway } = useTasks(org);
  const onBuyer = Boolean(place.dealId ?? place.companyId);
  const [kind, setKind] = useState<TaskKind>("task");
  const [line, setLine] = useState("");
  const [id, setId] = useState(newId);
  const [choice, setChoice] = useState(0);
  const [who, setWho] = useState<string | null>(null);
  const [contact, setContact] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const asked = parseTaskLine(line, view);
  const keepDay = choice >= asked.dues.length && asked.dues.length > 0;
  const read = keepDay ? parseTaskLine(line, view, { keepDay }) : asked;
  const title = read.title || line.trim();
  const due = read.dues[choice] ?? read.dues[0] ?? null;
  const assigneeId = who ?? read.assigneeId ?? view.memberId;

  const submit = async () => {
    if (!title || busy) return;
    setBusy(true);
    const promised = kind === "promise" ? { contactId: contact || null } : {};
    const result = await addTask(
      org,
      { id, kind, title, due, assigneeId, ...place, ...promised },
      { key: id },
    );
    setBusy(false);
    if (!result.ok) return setRefused(sentence(result.refusal));
    announce(toast("added", { title }));
    // Given away from Today it stands on no list that whoever typed it sees.
    const given =
      !onBuyer && assigneeId !== view.memberId && view.people.find(({ id: of }) => of === assigneeId)?.name;
    if (given) {
      notify({
        title: toast("given", { title, name: given }),
        undo: () => void throwAway({ id, title, kind }),
      });
    }
    setLine("");
    setId(newId());
    setChoice(0);
    setWho(null);
    setRefused(null);
    onAdded();
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && line === "") onLeave?.();
      }}
    >
      {onBuyer && (
        <Segmented
          label={t("what")}
          value={kind}
          onChange={setKind}
          options={[
            { value: "task", label: t("task") },
            { value: "promise", label: t("promise") },
          ]}
        />
      )}
      <Field
        label={t(kind === "promise" ? "promiseLabel" : "label")}
        hint={t(kind === "promise" ? "promiseHint" : "hint")}
        error={refused}
      >
        <MentionField
          {...(autoFocus && { autoFocus })}
          value={line}
          onValue={(text) => {
            setLine(text);
            setChoice(0);
          }}
          people={async () => view.people}
          placeholder={t(kind === "promise" ? "promisePlaceholder" : "placeholder")}
          most={MOST_TITLE}
        />
      </Field>
      {title && (
        <div className="flex flex-wrap items-center gap-2">
          <p className="text-caption text-ink-2">
            {t("reads")} <strong className="break-words">{title}</strong>
          </p>
          {asked.dues.length > 0 && <DueChoice dues={asked.dues} choice={choice} onChoose={setChoice} />}
          {kind === "promise" && contacts.length > 0 && (
            <Select
              inline
              label={t("by")}
              value={contact}
              onChange={setContact}
              options={[
                { value: "", label: t("nobody") },
                ...contacts.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          <Who view={view} value={assigneeId} onChange={setWho} />
          <Button type="submit" variant="primary" loading={busy} className="ml-auto">
            {t("submit")}
          </Button>
        </div>
      )}
    </form>
  );
}

function DueChoice({
  dues,
  choice,
  onChoose,
}: {
  dues: readonly Due[];
  choice: number;
  onChoose: (choice: number) => void;
}) {
  const t = useTranslations("tasks.add");
  const edit = useTranslations("tasks.edit");
  const format = useFormat();
  const label = ({ day, minutes }: Due) =>
    minutes === null ? format.day(day) : `${format.day(day)} ${clockOf(minutes)}`;
  return (
    <Segmented
      label={edit("day")}
      value={String(Math.min(choice, dues.length))}
      onChange={(value) => onChoose(Number(value))}
      options={[
        ...dues.map((due, index) => ({ value: String(index), label: label(due) })),
        { value: String(dues.length), label: t("asWords") },
      ]}
    />
  );
}

function Who({ view, value, onChange }: { view: View; value: string; onChange: (id: string) => void }) {
  const edit = useTranslations("tasks.edit");
  return (
    <Select
      inline
      label={edit("who")}
      value={value}
      onChange={onChange}
      options={view.people.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
