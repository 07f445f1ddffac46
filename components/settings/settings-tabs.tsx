"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { TabLinks } from "@/components/ui/tab-links";

/** The rooms of the settings; the deepest address that fits is the current one. */
export function SettingsTabs({
  label,
  items,
}: {
  label: string;
  items: readonly { href: string; label: string }[];
}) {
  const path = usePathname();
  const current = items
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
  const bar = useRef<HTMLDivElement>(null);
  // On a phone the bar scrolls sideways; the current tab must not lie beyond its edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs again when another tab is current
  useEffect(() => {
    bar.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current]);
  return (
    <div ref={bar}>
      <TabLinks label={label} items={items.map((item) => ({ ...item, active: item.href === current }))} />
    </div>
  );
}
