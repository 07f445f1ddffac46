"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { cn } from "@/components/ui/cn";
import { SELLING_STYLES, type SellingStyle } from "@/lib/domain/process/types";

/** How you sell: short with hand-overs, or long with milestones. Two drawn radio buttons. */
export function StyleChoice({
  value,
  onChange,
}: {
  value: SellingStyle;
  onChange: (style: SellingStyle) => void;
}) {
  const t = useTranslations("processes.new");
  const name = useId();
  return (
    <fieldset className="grid gap-4 md:grid-cols-2">
      <legend className="sr-only">{t("title")}</legend>
      {SELLING_STYLES.map((style) => {
        const on = style === value;
        const short = style === "transactional";
        return (
          <label
            key={style}
            className={cn(
              "flex cursor-pointer items-start gap-4 rounded-card border p-4 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus sm:p-5",
              on ? "border-accent bg-accent-soft outline-1 outline-accent" : "border-line bg-surface",
            )}
          >
            <input
              type="radio"
              name={name}
              value={style}
              checked={on}
              onChange={() => onChange(style)}
              className="mt-1.5 size-4 accent-accent"
            />
            <span className="min-w-0 flex-1">
              <span className="section-title block">{t(short ? "short" : "long")}</span>
              <span className="text-body text-ink-2">{t(short ? "shortText" : "longText")}</span>
            </span>
            {short ? <HandOver label={t("handOver")} /> : <Milestones />}
          </label>
        );
      })}
    </fieldset>
  );
}

function HandOver({ label }: { label: string }) {
  const stop = { r: 4.5, fill: "var(--surface)", stroke: "var(--control)", strokeWidth: 2.5 };
  return (
    <svg viewBox="0 0 190 60" className="hidden w-44 shrink-0 lg:block" aria-hidden="true">
      <path d="M8 14h54q8 0 8 8v16q0 8 8 8h104" fill="none" stroke="var(--control)" strokeWidth="4" />
      <circle cx="8" cy="14" {...stop} />
      <circle cx="40" cy="14" {...stop} />
      <circle cx="70" cy="30" {...stop} />
      <circle cx="110" cy="46" {...stop} />
      <circle cx="182" cy="46" {...stop} />
      <text x="82" y="33" fontSize="11" fill="var(--ink-2)">
        {label}
      </text>
    </svg>
  );
}

function Milestones() {
  return (
    <svg viewBox="0 0 190 60" className="hidden w-44 shrink-0 lg:block" aria-hidden="true">
      <path d="M8 14h174" stroke="var(--control)" strokeWidth="3" />
      <path d="M8 46h174" stroke="var(--accent)" strokeWidth="5" />
      <circle cx="8" cy="14" r="4.5" fill="var(--surface)" stroke="var(--control)" strokeWidth="2.5" />
      <circle cx="8" cy="46" r="5.5" fill="var(--surface)" stroke="var(--accent)" strokeWidth="3" />
      {[66, 124, 182].map((x) => (
        <g key={x}>
          <rect
            x={x - 7}
            y="6"
            width="14"
            height="48"
            rx="7"
            fill="var(--surface)"
            stroke="var(--interchange)"
            strokeWidth="2"
          />
          <circle cx={x} cy="14" r="3" fill="var(--control)" />
          <circle cx={x} cy="46" r="3.5" fill="var(--accent)" />
        </g>
      ))}
    </svg>
  );
}
