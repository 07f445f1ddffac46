"use client";

import { usePathname } from "next/navigation";
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
  return <TabLinks label={label} items={items.map((item) => ({ ...item, active: item.href === current }))} />;
}
