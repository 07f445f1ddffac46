import "server-only";
import { checkDocument } from "@/lib/domain/process/check";
import type { Known, Problem } from "@/lib/domain/process/problems";
import type { LocalText } from "@/lib/domain/shared/text";
import { sizeOf, type Tally, valueAtRank } from "@/lib/domain/statistics/tally";
import { wonStays } from "@/lib/features/runs/pace";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { findProcess, knownOwners, type ProcessRow, productChoices } from "./store";
import { findDraft, findLastInUse, lastNumber, type VersionRow } from "./store-versions";

type Owner = { readonly id: string; readonly name: LocalText };

/** A draft as it stands before it becomes a version. */
export type CheckedDraft = {
  readonly process: ProcessRow;
  readonly draft: VersionRow;
  readonly roles: readonly Owner[];
  readonly departments: readonly Owner[];
  readonly products: readonly { readonly id: string; readonly name: string }[];
  /** All that the check was told. */
  readonly known: Known;
  readonly problems: readonly Problem[];
  /** The number it would get. */
  readonly number: number;
  /** What it is compared with: the last version in use, also where it was taken out of use; null before the first. */
  readonly against: VersionRow | null;
};

/**
 * The draft of a process with what the check says of it and what it is compared with. The editor and the publish page
 * both start here, so that they never differ. Null without a process or a draft.
 */
export async function checkedDraft(tx: Tx, ctx: Ctx, processId: string): Promise<CheckedDraft | null> {
  const process = await findProcess(tx, ctx, processId);
  const draft = process && (await findDraft(tx, ctx, process.id));
  if (!process || !draft) return null;
  const { roles, departments, known: owners } = await knownOwners(tx, ctx);
  const products = await productChoices(tx, ctx);
  const stays = await wonStays(tx, ctx.org.id, process.id, ctx.today);
  const known: Known = { ...owners, productIds: products.map(({ id }) => id), won: wonOf(stays) };
  return {
    process,
    draft,
    roles,
    departments,
    products,
    known,
    problems: checkDocument(draft.document, known),
    number: (await lastNumber(tx, ctx, process.id)) + 1,
    against: await findLastInUse(tx, ctx, process.id),
  };
}

/** What won deals took per stage: how many stays, and their median in whole days. */
function wonOf(stays: ReadonlyMap<string, Tally>): NonNullable<Known["won"]> {
  return Object.fromEntries(
    [...stays].map(([stageKey, days]) => {
      const n = sizeOf(days);
      return [stageKey, { n, median: valueAtRank(days, Math.ceil(n / 2)) ?? 0 }];
    }),
  );
}
