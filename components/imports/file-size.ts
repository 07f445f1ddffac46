import type { Formatter } from "@/lib/platform/i18n/format";

/** Bytes as a person reads them: "412 kB". */
export function fileSize(bytes: number, format: Formatter): string {
  if (bytes < 1000) return `${format.number(bytes)} B`;
  if (bytes < 1_000_000) return `${format.number(bytes / 1000)} kB`;
  return `${format.number(bytes / 1_000_000, 1)} MB`;
}
