import { useTranslations } from "next-intl";
import { useCallback } from "react";

type FieldProblem = { readonly type?: unknown; readonly message?: string } | undefined;

/** Type of a problem that the server found: its message is a finished sentence already. */
export const SERVER = "server";

/**
 * The sentence of a form field's problem. Schemas give keys of `<namespace>.problems`; whatever has no key there reads
 * as "not right yet". Undefined when there is no problem.
 */
export function useProblem(namespace: string): (problem: FieldProblem) => string | undefined {
  const t = useTranslations(`${namespace}.problems`);
  return useCallback(
    (problem) => {
      if (!problem) return undefined;
      if (problem.type === SERVER) return problem.message;
      const key = problem.message ?? "";
      return key && t.has(key) ? t(key) : t("invalid");
    },
    [t],
  );
}
