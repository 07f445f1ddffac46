import { createContext } from "react";
import type { CommentsView } from "@/lib/features/comments/view";

/** What people say about the steps of this draft. Apart from what draws it, which the page fetches only with a card. */
export const RemarksContext = createContext<{
  readonly org: string;
  readonly processId: string;
  readonly view: CommentsView;
} | null>(null);
