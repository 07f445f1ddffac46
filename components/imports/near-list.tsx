"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { mapImport } from "@/lib/features/imports/actions";
import type { NearView } from "@/lib/features/imports/view";
import { MoreButton } from "./more-button";
import { Part } from "./part";
import type { PartProps } from "./part-props";
import { usePaged } from "./use-paged";

/** Names that lie near a known one: the same, or really another. Each is answered, one by one or all at once. */
export function NearList({ org, view, mapping, act, mayChange }: PartProps) {
  const t = useTranslations("imports");
  const { near } = mapping;
  const { shown, more, showMore } = usePaged(near);
  if (near.length === 0) return null;
  const answer = (list: readonly NearView[], accept: boolean) =>
    act(() =>
      mapImport(org, { id: view.id, near: list.map(({ field, value }) => ({ field, value, accept })) }),
    );
  return (
    <Part
      title={t("near.title", { count: near.length })}
      text={t("near.text")}
      actions={
        mayChange &&
        near.length > 1 && (
          <>
            <Button size="small" onClick={() => answer(near, true)}>
              {t("near.all")}
            </Button>
            <Button size="small" onClick={() => answer(near, false)}>
              {t("near.none")}
            </Button>
          </>
        )
      }
    >
      <ul className="flex flex-col gap-3">
        {shown.map((each) => {
          const { field, value, match, count, accepted } = each;
          return (
            <li
              key={`${field} ${value}`}
              className={
                accepted === null ? "rounded-card border-l-[3px] border-l-here bg-here-soft p-4" : "px-1"
              }
            >
              <p className="text-body-strong">{t("near.question", { value, match })}</p>
              <p className="mb-2 text-caption font-normal text-ink-3">
                {t("near.where", { field: t(`field.${field}`), count })}
              </p>
              <RadioGroup
                label={t("near.question", { value, match })}
                disabled={!mayChange}
                value={accepted === null ? "" : accepted ? "yes" : "no"}
                onChange={(chosen) => answer([each], chosen === "yes")}
                className="sm:flex-row sm:gap-6"
                options={[
                  {
                    value: "yes",
                    label: field === "name" ? t("near.yesRename", { value }) : t("near.yes", { match }),
                  },
                  { value: "no", label: t("near.no", { value }) },
                ]}
              />
            </li>
          );
        })}
      </ul>
      <MoreButton more={more} onClick={showMore} />
    </Part>
  );
}
