/** What someone is in the decision of a buyer, as the field calls it. */
export const BUYING_ROLES = [
  "decision-maker",
  "economic-buyer",
  "champion",
  "user",
  "technical-evaluator",
  "procurement",
  "gatekeeper",
  "opponent",
] as const;
export type BuyingRole = (typeof BUYING_ROLES)[number];

/** Where someone stands. Nobody's is guessed: until somebody says so, it is unknown. */
export const STANCES = ["for", "against", "unknown"] as const;
export type Stance = (typeof STANCES)[number];

const DECIDES: readonly BuyingRole[] = ["decision-maker", "economic-buyer"];

/** Whether anyone of these people decides, or pays. A deal of which this is false has nobody who can say yes. */
export const someoneDecides = (people: readonly { readonly role: BuyingRole | null }[]): boolean =>
  people.some(({ role }) => role !== null && DECIDES.includes(role));

/** A person as typed on one line: the name, and after the first comma what they do. */
export function personFrom(line: string): { readonly name: string; readonly jobTitle: string | null } {
  const [name = "", ...rest] = line.split(",");
  // A line that begins with the comma has no name before it: then all of it is one.
  if (!name.trim()) return { name: line.trim(), jobTitle: null };
  return { name: name.trim(), jobTitle: rest.join(",").trim() || null };
}
