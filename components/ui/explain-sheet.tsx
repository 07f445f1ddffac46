"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/lib/platform/i18n/use-format";
import { cn } from "./cn";
import { SideSheet } from "./side-sheet";

export type ExplainProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: React.ReactElement;
  /** Name of the number and, large, the number itself. */
  label: ReactNode;
  figure: ReactNode;
  definition: ReactNode;
  /** The sum behind it; the row marked `total` adds up to the figure. */
  formula?: readonly { label: ReactNode; value: ReactNode; total?: boolean }[];
  n?: ReactNode;
  /** What was left out, in finished words; an empty list says so. */
  exclusions?: readonly ReactNode[];
  /** Method and version, small at the end. */
  method?: ReactNode;
  footer?: ReactNode;
  /** The list of deals: it adds up to the figure. */
  children?: ReactNode;
};

const Part = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className="mt-5">
    <h3 className="mb-1 text-caption text-ink-3">{title}</h3>
    {children}
  </section>
);

/** Where a number comes from: definition, formula, what was counted and left out, and the deals themselves. */
export function ExplainSheet(props: ExplainProps) {
  const t = useTranslations("common.explain");
  return (
    <SideSheet
      open={props.open}
      onOpenChange={props.onOpenChange}
      trigger={props.trigger}
      title={<ExplainHead label={props.label} figure={props.figure} />}
      description={t("kicker")}
      footer={props.footer}
    >
      <ExplainBody {...props} />
    </SideSheet>
  );
}

function ExplainHead({ label, figure }: Pick<ExplainProps, "label" | "figure">) {
  return (
    <>
      <span className="block font-sans text-figure tracking-tight">{figure}</span>
      <span className="block font-sans text-caption text-ink-3">{label}</span>
    </>
  );
}

/** The inside of the sheet, for pages that show the explanation in their own place. */
export function ExplainBody({ definition, formula, n, exclusions, method, children }: ExplainProps) {
  const t = useTranslations("common.explain");
  const format = useFormat();
  return (
    <div>
      <p className="lead-sentence">{definition}</p>
      {formula && (
        <Part title={t("formula")}>
          <dl className="rounded-control bg-sunken px-3 py-2">
            {formula.map((row, index) => (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a formula have no identity and never move
                key={index}
                className={cn(
                  "flex justify-between gap-4 py-0.5",
                  row.total && "mt-1 border-t border-ink-3 pt-1.5 font-semibold",
                )}
              >
                <dt>{row.label}</dt>
                <dd className="tnum">{row.value}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {n !== undefined && <Part title={t("n")}>{typeof n === "number" ? format.number(n) : n}</Part>}
      {exclusions && (
        <Part title={t("exclusions")}>
          {exclusions.length === 0 ? (
            <p>{t("nothingExcluded")}</p>
          ) : (
            <ul className="space-y-0.5">
              {exclusions.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity and never move
                <li key={index}>{line}</li>
              ))}
            </ul>
          )}
        </Part>
      )}
      {children && <Part title={t("list")}>{children}</Part>}
      {method && <p className="mt-5 text-caption font-normal text-ink-3">{method}</p>}
    </div>
  );
}
