import type { Category, SellingStyle } from "@/lib/domain/process/types";
import type { LocalText } from "@/lib/domain/shared/text";

export type OwnerName = { readonly id: string; readonly name: LocalText };

/** What every page of one process shows in its head. */
export type ProcessHead = {
  readonly id: string;
  readonly name: LocalText;
  readonly category: Category;
  readonly style: SellingStyle;
  readonly role: OwnerName | null;
  readonly version: number;
  readonly archived: boolean;
};

/** Names of everything a document refers to. */
export type Names = { readonly roles: readonly OwnerName[]; readonly departments: readonly OwnerName[] };
