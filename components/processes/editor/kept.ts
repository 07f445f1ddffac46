import type { Edit, EditRefusal } from "@/lib/domain/process/edits";

/** A list under way. It is sent again exactly as it was, on the revision it was made on: so a repeat is known for one. */
export type Batch = { readonly key: string; readonly revision: number; readonly edits: readonly Edit[] };

/** What is kept of a draft outside the page. */
export type Kept = {
  readonly sending: Batch | null;
  readonly waiting: readonly Edit[];
  readonly refused: readonly EditRefusal[];
};

/** What was kept, or null when it cannot be read. */
export function readKept(text: string | null): Kept | null {
  if (!text) return null;
  try {
    const { sending = null, waiting, refused = [] } = JSON.parse(text) as Partial<Kept>;
    return Array.isArray(waiting) && Array.isArray(refused) ? { sending, waiting, refused } : null;
  } catch {
    return null;
  }
}
