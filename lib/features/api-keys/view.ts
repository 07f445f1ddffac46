import type { Role } from "@/lib/domain/policy/permissions";
import type { Day } from "@/lib/domain/shared/day";

export type ApiKeyRow = {
  readonly id: string;
  readonly name: string;
  /** The first characters, to tell keys apart. */
  readonly prefix: string;
  readonly role: Role;
  readonly createdBy: string;
  readonly createdOn: Day;
  readonly lastUsedOn: Day | null;
  readonly revokedOn: Day | null;
};

export type ApiKeysView = { readonly keys: readonly ApiKeyRow[] };

/** A key just made. `secret` is the whole key and known only now. */
export type CreatedApiKey = { readonly id: string; readonly secret: string };
