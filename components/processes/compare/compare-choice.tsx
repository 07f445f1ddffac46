"use client";

import { ArrowLeftRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { NativeSelect } from "@/components/ui/select";
import { inLocale } from "@/lib/domain/shared/text";
import type { CompareSide, OwnerName, ProcessesCompared } from "@/lib/features/processes/view";
import { paths } from "@/lib/platform/paths";
import { useTextLocale } from "../words";

/** Which two are compared; the choice stands in the address. */
export function CompareChoice({
  org,
  choices,
  roles,
  left,
  right,
}: {
  org: string;
  choices: ProcessesCompared["choices"];
  roles: readonly OwnerName[];
  left: CompareSide | null;
  right: CompareSide | null;
}) {
  const t = useTranslations("processes");
  const locale = useTextLocale();
  const router = useRouter();
  const go = (one: string | undefined, other: string | undefined) =>
    router.push(paths.compareProcesses(org, one || undefined, other || undefined));
  const select = (label: string, side: CompareSide | null, onChoose: (id: string) => void) => {
    // An archived process may be compared by its address; it stands in the list while it is.
    const own =
      side && !choices.some(({ id }) => id === side.id)
        ? [{ id: side.id, name: side.name, roleId: side.role?.id ?? null }]
        : [];
    const options = [...own, ...choices].map(({ id, name, roleId }) => {
      const role = roles.find((one) => one.id === roleId);
      return {
        value: id,
        label: [inLocale(name, locale) || t("untitled.process"), role && inLocale(role.name, locale)]
          .filter(Boolean)
          .join(" · "),
      };
    });
    return (
      <Field label={label}>
        <NativeSelect
          value={side?.id ?? ""}
          onChange={(event) => onChoose(event.target.value)}
          options={[{ value: "", label: t("compare.pick") }, ...options]}
        />
      </Field>
    );
  };
  return (
    <div className="mb-5 grid grid-cols-1 items-end gap-2 sm:grid-cols-[1fr_auto_1fr] print:hidden">
      {select(t("compare.left"), left, (id) => go(id, right?.id))}
      <IconButton label={t("compare.swap")} onClick={() => go(right?.id, left?.id)}>
        <ArrowLeftRight className="size-4 max-sm:rotate-90" aria-hidden="true" />
      </IconButton>
      {select(t("compare.right"), right, (id) => go(left?.id, id))}
    </div>
  );
}
