import type { Locale } from "@/lib/domain/shared/text";

export type Choice = { readonly value: string; readonly label: string };

/** Currencies by name in the reader's language; the ones used most here come first. */
export function currencyChoices(locale: Locale): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  const first = ["EUR", "USD", "GBP", "CHF"];
  const rest = Intl.supportedValuesOf("currency").filter((code) => !first.includes(code));
  return [...first, ...rest].map((code) => ({ value: code, label: `${code}, ${names.of(code) ?? code}` }));
}

/** Every time zone the server knows, and the one in use. */
export function timeZoneChoices(current: string): Choice[] {
  const zones = new Set([current, "UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
