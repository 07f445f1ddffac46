"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { StaleNote } from "@/components/ui/stale-note";
import { notify } from "@/components/ui/toast";
import { setMember } from "@/lib/features/members/actions";
import { SetMember } from "@/lib/features/members/input";
import type { MemberRow, MembersView, MemberValues, StaleMember } from "@/lib/features/members/view";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { SERVER, useProblem } from "@/lib/platform/i18n/use-problem";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { ChoiceField } from "./place-fields";
import { useChoices } from "./use-choices";

const Form = SetMember.omit({ id: true, version: true });
const FIELDS = ["role", "teamId", "commercialRoleId", "departmentId", "managerId"] as const;
const LABEL = {
  role: "role",
  teamId: "team",
  commercialRoleId: "commercialRole",
  departmentId: "department",
  managerId: "manager",
} as const;

const valuesOf = ({ role, teamId, commercialRoleId, departmentId, managerId }: MemberValues) => ({
  role,
  teamId,
  commercialRoleId,
  departmentId,
  managerId,
});

/** What a member may do and where they belong. */
export function MemberDialog({
  org,
  view,
  member,
  onClose,
}: {
  org: string;
  view: MembersView;
  member: MemberRow;
  onClose: () => void;
}) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const format = useFormat();
  const router = useRouter();
  const problem = useProblem("people");
  const sentence = useRefusal();
  const choices = useChoices(view);
  const [base, setBase] = useState<MemberValues>(valuesOf(member));
  const [version, setVersion] = useState(member.version);
  const [refused, setRefused] = useState<string | null>(null);
  const [stale, setStale] = useState<StaleMember | null>(null);
  const { control, handleSubmit, setError, reset, getValues, formState } = useForm<MemberValues>({
    resolver: zodResolver(Form),
    defaultValues: base,
  });
  const { errors, isSubmitting } = formState;
  const role = useWatch({ control, name: "role" });
  const managers = view.members
    .filter(({ id, status }) => id !== member.id && (status === "active" || id === member.managerId))
    .map(({ id, name }) => ({ value: id, label: name }));

  const save = async (values: MemberValues, at: number) => {
    setRefused(null);
    const saved = await setMember(org, { ...values, id: member.id, version: at });
    if (saved.ok) {
      notify({ title: t("edit.saved", { name: member.name }), tone: "good" });
      router.refresh();
      onClose();
      return;
    }
    const { code, field, current } = saved.refusal;
    const known = FIELDS.find((name) => name === field);
    if (code === "stale") setStale(current as StaleMember);
    else if (known) setError(known, { type: SERVER, message: sentence(saved.refusal) });
    else setRefused(sentence(saved.refusal));
  };

  const shown = (field: (typeof FIELDS)[number], value: string | null): string => {
    const lists = {
      role: choices.roles,
      teamId: choices.teams,
      commercialRoleId: choices.commercialRoles,
      departmentId: choices.departments,
      managerId: managers,
    };
    return lists[field].find((option) => option.value === value)?.label ?? t("edit.noChoice");
  };
  const owner = member.role === "owner" && view.me.role !== "owner";
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={member.name}
      description={t("edit.description", { name: member.name })}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form="member" variant="primary" loading={isSubmitting} disabled={owner}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form
        id="member"
        noValidate
        className="flex flex-col gap-4"
        onSubmit={handleSubmit((values) => save(values, version))}
      >
        {stale && (
          <StaleNote
            by={stale.change?.by ?? null}
            when={stale.change ? format.instant(stale.change.at, view.timeZone) : ""}
            changes={FIELDS.filter((field) => base[field] !== stale.values[field]).map((field) => ({
              field: t(`members.${LABEL[field]}`),
              value: shown(field, stale.values[field]),
            }))}
            busy={isSubmitting}
            onMine={() => {
              const typed = getValues();
              const mine = FIELDS.filter((field) => typed[field] !== base[field]);
              reset({
                ...stale.values,
                ...Object.fromEntries(mine.map((field) => [field, typed[field]])),
              });
              void handleSubmit((values) => save(values, stale.version))();
            }}
            onTheirs={() => {
              reset(stale.values);
              setBase(stale.values);
              setVersion(stale.version);
              setStale(null);
            }}
          />
        )}
        {refused && <Banner tone="bad">{refused}</Banner>}
        <Field
          label={t("members.role")}
          hint={base.role === "owner" && role !== "owner" && t("edit.keys", { name: member.name })}
          error={problem(errors.role)}
        >
          <Controller
            control={control}
            name="role"
            render={({ field }) => (
              <Select
                options={choices.roles.map((role) => ({ ...role, hint: t(`roleHint.${role.value}`) }))}
                value={field.value}
                onChange={field.onChange}
                disabled={owner}
              />
            )}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <ChoiceField
            control={control}
            name="teamId"
            label={t("members.team")}
            none={t("edit.noChoice")}
            options={choices.teams}
            error={problem(errors.teamId)}
          />
          <ChoiceField
            control={control}
            name="commercialRoleId"
            label={t("members.commercialRole")}
            none={t("edit.noChoice")}
            options={choices.commercialRoles}
            error={problem(errors.commercialRoleId)}
          />
          <ChoiceField
            control={control}
            name="departmentId"
            label={t("members.department")}
            none={t("edit.noChoice")}
            options={choices.departments}
            error={problem(errors.departmentId)}
          />
          <ChoiceField
            control={control}
            name="managerId"
            label={t("members.manager")}
            none={t("edit.noChoice")}
            options={managers}
            error={problem(errors.managerId)}
          />
        </div>
      </form>
    </Dialog>
  );
}
