import type { Made } from "@/lib/features/imports/view";

/** What came along by name, each list in words; empty when nothing did. */
export const madeWords = (
  { companies, products, people }: Made,
  t: (key: string, values: Record<string, number>) => string,
): string[] => [
  ...(companies > 0 ? [t("count.companies", { count: companies })] : []),
  ...(products > 0 ? [t("count.products", { count: products })] : []),
  ...(people > 0 ? [t("count.people", { count: people })] : []),
];
