import { useLocale } from "next-intl";
import { useMemo } from "react";
import { type Formatter, formatter } from "./format";
import { isLocale } from "./locale";

/** The formatters of format.ts in the language of the page. Works in client components and in plain server ones. */
export function useFormat(): Formatter {
  const locale = useLocale();
  return useMemo(() => formatter(isLocale(locale) ? locale : "en"), [locale]);
}
