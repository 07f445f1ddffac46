import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Refusal } from "@/lib/domain/shared/result";

/** The sentence of a refusal; an unknown code reads as a fault of ours. */
export function useRefusalText(): (refusal: Refusal) => string {
  const t = useTranslations("refusals");
  return useCallback(
    ({ code, params }: Refusal) => {
      const key = code as Parameters<typeof t>[0];
      return t(t.has(key) ? key : "failed", params);
    },
    [t],
  );
}
