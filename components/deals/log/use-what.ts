import { useTranslations } from "next-intl";
import type { ActivityKind } from "@/lib/domain/run/events";

/** A log in a few words: "call, they answered". */
export function useWhat(): (kind: ActivityKind | null, reached: boolean) => string {
  const t = useTranslations("deals.log");
  return (kind, reached) => {
    if (kind === null) return "";
    const name = t(`kind.${kind}`);
    return kind === "note" ? name : `${name}, ${t(reached ? "twoWay" : "oneWay").toLocaleLowerCase()}`;
  };
}
