import { normalName } from "@/lib/domain/import/names";

/** A member or placeholder as imports know them. */
export type KnownMember = {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly role: string;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly fingerprint: string | null;
  readonly teamId: string | null;
  readonly managerId: string | null;
  readonly attributes: unknown;
  readonly importId: string | null;
  readonly version: number;
};

/** Members by `normalName`; of two with one name the first counts. */
export function byName<M extends { readonly name: string }>(members: readonly M[]): Map<string, M> {
  const found = new Map<string, M>();
  for (const member of members) {
    const key = normalName(member.name);
    if (key && !found.has(key)) found.set(key, member);
  }
  return found;
}
