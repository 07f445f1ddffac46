"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { TAB, TAB_BAR } from "./tab-style";

/** Panels that take turns on one page. For tabs that are pages of their own use TabLinks. */
export function Tabs({
  tabs,
  value,
  defaultValue,
  onChange,
  label,
}: {
  tabs: readonly { value: string; label: ReactNode; count?: number; panel: ReactNode }[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  label?: string;
}) {
  return (
    <Base.Root
      value={value}
      defaultValue={defaultValue ?? tabs[0]?.value}
      onValueChange={(next: string) => onChange?.(next)}
    >
      <Base.List aria-label={label} className={TAB_BAR}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className={TAB}>
            {tab.label}
            {tab.count !== undefined && (
              <span className="tnum text-caption font-normal text-ink-3">{tab.count}</span>
            )}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-4">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
