import "server-only";
import type { Tx } from "./tenant";

/**
 * Holds the organisation for this transaction, so that what must be looked up before it is made (a role by its name, an
 * entry of a register) is made by one at a time. Reading, and writing what only refers to the organisation, goes on.
 */
export async function lockOrganization(tx: Tx, orgId: string): Promise<void> {
  await tx.$queryRaw`select 1 from organization where id = ${orgId}::uuid for no key update`;
}
