import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Refusal } from "@/lib/domain/shared/result";

/**
 * The sentence of a refusal in the language of the page. Seconds to wait are told in minutes, rounded up.
 * A code without a sentence reads as a fault of ours.
 */
export function useRefusal(): (refusal: Refusal) => string {
  const t = useTranslations("refusals");
  return useCallback(
    ({ code, params }) => {
      if (!t.has(code)) return t("failed");
      const seconds = params?.seconds;
      const minutes = typeof seconds === "number" ? Math.max(1, Math.ceil(seconds / 60)) : undefined;
      return t(code, { ...params, ...(minutes !== undefined && { minutes }) });
    },
    [t],
  );
}
