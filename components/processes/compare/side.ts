import type { Side } from "@/lib/domain/process/compare";
import type { CompareSide } from "@/lib/features/processes/view";
import type { Words } from "../words";

/** A side with the words for it. */
export type SideView = Side & { readonly id: string; readonly name: string; readonly words: Words };

/** The side as the page draws it; null where it has nothing to show yet. */
export const sideOf = ({ id, name, role, shown }: CompareSide, words: Words): SideView | null =>
  shown && {
    id,
    words,
    name: words.text(name) || words.t("untitled.process"),
    document: shown.document,
    roleId: role?.id ?? null,
  };
