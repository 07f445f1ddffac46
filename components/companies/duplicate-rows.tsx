"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";

type Side = {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly beside?: string | null;
};
export type DuplicateRow = { readonly one: Side; readonly other: Side; readonly why: string };

/** Pairs that are probably one, each with the way to merge them and the way to say that they are not. */
export function DuplicateRows({
  rows,
  mayEdit,
  onMerge,
  onApart,
}: {
  rows: readonly DuplicateRow[];
  mayEdit: boolean;
  onMerge: (index: number) => void;
  onApart: (index: number) => void;
}) {
  const t = useTranslations("buying.duplicates");
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {rows.map(({ one, other, why }, index) => {
        const names = { one: named(one), other: named(other) };
        return (
          <li
            key={`${one.id} ${other.id}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5"
          >
            <p className="min-w-0 flex-1 basis-72 break-words">
              <SideLink side={one} /> <span className="text-ink-3">{t("and")}</span> <SideLink side={other} />{" "}
              <Badge>{why}</Badge>
            </p>
            {mayEdit && (
              <div className="flex gap-2">
                <Button size="small" aria-label={t("mergeNames", names)} onClick={() => onMerge(index)}>
                  {t("merge")}
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t("apartNames", names)}
                  onClick={() => onApart(index)}
                >
                  {t("apart")}
                </Button>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const named = ({ name, beside }: Side) => (beside ? `${name} (${beside})` : name);

function SideLink({ side }: { side: Side }) {
  return (
    <>
      <Link
        href={side.href}
        prefetch={false}
        className="inline-block min-h-6 text-body-strong hover:underline"
      >
        <bdi>{side.name}</bdi>
      </Link>
      {side.beside && (
        <>
          {" "}
          <span className="text-caption font-normal text-ink-3">
            <bdi>{side.beside}</bdi>
          </span>
        </>
      )}
    </>
  );
}
