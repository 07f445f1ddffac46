import type { Change } from "../process/diff";
import { ownerKey } from "../process/owner-key";
import type { Owner } from "../process/types";

/** What a new version changes for one owner: keys of steps. */
export type OwnerImpact = {
  readonly owner: Owner;
  /** New steps for it. */
  readonly added: readonly string[];
  /** Steps that another owner had. */
  readonly takenOver: readonly string[];
  /** Steps that another owner has from now on. */
  readonly handedOver: readonly string[];
  readonly removed: readonly string[];
  /** Steps it keeps, at another moment or place, or done another way. */
  readonly otherwise: readonly string[];
};

type Turn = Exclude<keyof OwnerImpact, "owner">;

/**
 * What changes for whom, from the semantic difference: an owner for every step that is added, taken over, handed over,
 * removed or done otherwise; whom most changes for comes first. A renamed step changes nothing for anybody.
 */
export function ownerImpacts(changes: readonly Change[]): OwnerImpact[] {
  const found = new Map<string, { owner: Owner } & Record<Turn, Set<string>>>();
  const note = (owner: Owner | null, turn: Turn, key: string) => {
    if (!owner) return;
    const empty = () => new Set<string>();
    const own = found.get(ownerKey(owner)) ?? {
      owner,
      added: empty(),
      takenOver: empty(),
      handedOver: empty(),
      removed: empty(),
      otherwise: empty(),
    };
    own[turn].add(key);
    found.set(ownerKey(owner), own);
  };
  for (const each of changes) {
    if (each.what !== "step") continue;
    const { change, key, before, after } = each;
    if (change === "added") note(after?.owner ?? null, "added", key);
    else if (change === "removed") note(before?.owner ?? null, "removed", key);
    else if (change === "re-owned") {
      note(before?.owner ?? null, "handedOver", key);
      note(after?.owner ?? null, "takenOver", key);
    } else if (change !== "renamed") note(after?.owner ?? null, "otherwise", key);
  }
  return [...found.values()]
    .map(({ owner, added, takenOver, handedOver, removed, otherwise }) => ({
      owner,
      added: [...added],
      takenOver: [...takenOver],
      handedOver: [...handedOver],
      removed: [...removed],
      // Whoever takes a step over learns all of it: that it changed as well says nothing more.
      otherwise: [...otherwise].filter((key) => !takenOver.has(key)),
    }))
    .filter((impact) => weight(impact) > 0)
    .sort((one, other) => weight(other) - weight(one));
}

const weight = ({ added, takenOver, handedOver, removed, otherwise }: OwnerImpact): number =>
  added.length + takenOver.length + handedOver.length + removed.length + otherwise.length;
