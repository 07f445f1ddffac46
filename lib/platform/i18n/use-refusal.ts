import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { isDay } from "@/lib/domain/shared/day";
import type { Refusal } from "@/lib/domain/shared/result";
import { useFormat } from "./use-format";

/**
 * The sentence of a refusal in the language of the page. Seconds to wait are told in minutes, rounded up, and
 * days as people write them. A code without a sentence reads as a fault of ours.
 */
export function useRefusal(): (refusal: Refusal) => string {
  const t = useTranslations("refusals");
  const format = useFormat();
  return useCallback(
    ({ code, params }) => {
      if (!t.has(code)) return t("failed");
      const seconds = params?.seconds;
      const minutes = typeof seconds === "number" ? Math.max(1, Math.ceil(seconds / 60)) : undefined;
      const told = Object.entries(params ?? {}).map(([key, value]) => [
        key,
        typeof value === "string" && isDay(value) ? format.day(value, "year") : value,
      ]);
      return t(code, { ...Object.fromEntries(told), ...(minutes !== undefined && { minutes }) });
    },
    [t, format],
  );
}
