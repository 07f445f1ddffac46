"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { createContact, editContact } from "@/lib/features/companies/actions";
import type { ContactView } from "@/lib/features/companies/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { SimilarPeople } from "./similar-people";
import { useThrowAwayContact } from "./use-throw-away";
import { type WorksAt, WorksAtField } from "./works-at-field";

type Texts = { name: string; jobTitle: string; email: string; phone: string };
type Values = Texts & { company: WorksAt };
type Kept = Pick<ContactView, keyof Texts>;
const FIELDS = ["name", "jobTitle", "email", "phone"] as const;
const LENGTH = { name: 200, jobTitle: 100, email: 320, phone: 50 } as const;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const textsOf = (contact: Kept | undefined): Texts => ({
  name: contact?.name ?? "",
  jobTitle: contact?.jobTitle ?? "",
  email: contact?.email ?? "",
  phone: contact?.phone ?? "",
});

/** Adds a person at a company, or edits one. */
export function ContactDialog({
  org,
  companyId,
  company,
  contact,
  onClose,
  onSaved,
  onThrownAway,
}: {
  org: string;
  companyId: string | null;
  /** Where they work, for someone who may move to another company, or who is added without one. */
  company?: WorksAt;
  contact?: ContactView;
  onClose: () => void;
  onSaved: (id: string) => void;
  /** Called once the person is in the trash, for a page that would be of nobody then. */
  onThrownAway?: () => void;
}) {
  const t = useTranslations("deals.companies");
  const problems = useTranslations("deals.problems");
  const common = useTranslations("common");
  const relative = useFormatter();
  const sentence = useRefusal();
  const throwAway = useThrowAwayContact(org);
  const formId = useId();
  const [id] = useState(() => contact?.id ?? newId());
  const [base, setBase] = useState({ version: contact?.version ?? 1, values: textsOf(contact) });
  const [refused, setRefused] = useState<string | null>(null);
  const { register, handleSubmit, control, setValue, formState } = useForm<Values>({
    defaultValues: { ...base.values, company: company ?? null },
  });
  const [name, email] = useWatch({ control, name: ["name", "email"] });

  const submit = handleSubmit(async (values) => {
    setRefused(null);
    const touched = FIELDS.filter((field) => values[field] !== base.values[field]);
    const result = contact
      ? await editContact(
          org,
          {
            id,
            version: base.version,
            fields: {
              ...Object.fromEntries(touched.map((field) => [field, values[field].trim()])),
              ...(values.company?.id !== company?.id && { companyId: values.company?.id ?? null }),
            },
          },
          { key: newId() },
        )
      : await createContact(
          org,
          {
            id,
            companyId: companyId ?? values.company?.id ?? null,
            name: values.name.trim(),
            email: values.email.trim(),
            phone: values.phone.trim(),
            jobTitle: values.jobTitle.trim(),
          },
          { key: id },
        );
    if (result.ok) return onSaved(id);
    if (result.refusal.code !== "stale") return setRefused(sentence(result.refusal));
    const current = result.refusal.current as Kept & { version: number };
    const { who, at } = result.refusal.params ?? {};
    const now = textsOf(current);
    setBase({ version: current.version, values: now });
    for (const field of FIELDS) if (!touched.includes(field)) setValue(field, now[field]);
    setRefused(
      t("conflict", {
        who: String(who || t("someone")),
        ago: at ? relative.relativeTime(new Date(String(at)), new Date()) : "",
      }),
    );
  });

  const worksAt = company !== undefined && (contact || companyId === null) && (
    <Controller
      control={control}
      name="company"
      render={({ field }) => (
        <WorksAtField org={org} moves={Boolean(contact)} value={field.value} onChange={field.onChange} />
      )}
    />
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={contact ? t("editContact") : t("newContact")}
      footer={
        <>
          {contact && (
            <Button
              variant="quiet"
              className="mr-auto"
              aria-label={t("throwAwayPerson", { name: contact.name })}
              onClick={async () => {
                onClose();
                if (await throwAway({ ...contact, version: base.version })) onThrownAway?.();
              }}
            >
              {t("throwAway")}
            </Button>
          )}
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" loading={formState.isSubmitting}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {refused && <Banner tone="warn">{refused}</Banner>}
        {contact && worksAt}
        {FIELDS.map((field) => (
          <div key={field}>
            <Field
              label={field === "name" ? t("person") : t(field)}
              optional={field !== "name"}
              error={formState.errors[field] && problems(field === "name" ? "required" : "invalid")}
            >
              <Input
                {...register(field, {
                  validate: (value) => {
                    const text = value.trim();
                    if (field === "name") return text !== "";
                    return field !== "email" || text === "" || EMAIL.test(text);
                  },
                })}
                type={field === "email" ? "email" : field === "phone" ? "tel" : "text"}
                most={LENGTH[field]}
                autoComplete="off"
              />
            </Field>
            {field === "name" && (
              <SimilarPeople
                org={org}
                name={name}
                email={email}
                companyId={companyId}
                not={contact?.id ?? null}
              />
            )}
          </div>
        ))}
        {!contact && worksAt}
      </form>
    </Dialog>
  );
}
