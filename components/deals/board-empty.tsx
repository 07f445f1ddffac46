"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { BoardShell } from "@/lib/features/deals/view";
import { paths } from "@/lib/platform/paths";
import { type DealsFilter, writeFilter } from "./filter";
import { useFilterChoices } from "./filter-choices";
import { QuickCreate } from "./quick-create";
import { useText } from "./words";

/**
 * A board without deals: what will be here, and one line to put the first one on it. Where a filter leaves none over, which one
 * that is, and the way back without it.
 */
export function BoardEmpty({
  org,
  shell,
  filter,
  onDone,
}: {
  org: string;
  shell: BoardShell;
  filter: DealsFilter;
  onDone: () => void;
}) {
  const t = useTranslations("deals.empty");
  const words = useTranslations("deals.filter");
  const text = useText();
  const router = useRouter();
  const narrowing = useFilterChoices(shell, filter).flatMap(({ key, on, value, options }) =>
    on && (key === "owner" || key === "team" || key === "role")
      ? [{ key, name: options.find((option) => option.value === value)?.label ?? "" }]
      : [],
  );
  const go = (change: Partial<DealsFilter>) =>
    router.push(paths.deals(org, writeFilter({ ...filter, ...change })), { scroll: false });
  const [only, ...others] = narrowing;
  const process = text(shell.process.name);
  const title = !only
    ? t("none", { process })
    : others.length
      ? t("noneOfMany", { process })
      : only.key === "owner" && filter.owner === shell.memberId
        ? t("noneOf.mine", { process })
        : t(`noneOf.${only.key}`, { process, name: only.name });
  return (
    <EmptyState
      title={title}
      action={
        only && (
          <>
            {narrowing.map(({ key, name }) => (
              <Button
                key={key}
                onClick={() => go({ [key]: null })}
                aria-label={words("without", { filter: name })}
              >
                {name}
                <X className="size-3.5" aria-hidden="true" />
              </Button>
            ))}
            {others.length > 0 && (
              <Button onClick={() => go({ owner: null, team: null, role: null })}>{t("withoutAll")}</Button>
            )}
          </>
        )
      }
    >
      <p>{t(only ? "noneOfText" : "noneText")}</p>
      {shell.mayCreate && <QuickCreate org={org} shell={shell} onDone={onDone} />}
    </EmptyState>
  );
}
