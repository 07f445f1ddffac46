import "server-only";
import { allSteps } from "@/lib/domain/process/locate";
import type { Owner, ProcessDocument } from "@/lib/domain/process/types";
import { toFile } from "@/lib/domain/process-file/to-file";
import type { ProcessFile } from "@/lib/domain/process-file/types";
import { byId, survivorOf } from "@/lib/domain/registers/merge";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { registerEntries } from "@/lib/features/registers/commands";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { Target } from "./input";
import { knownOwners, type ProcessRow, productsBy } from "./store";
import { MOST_DRAFT_BYTES } from "./view";

/** A document of a process as its file, with the names of what it points at. */
export async function fileOf(
  tx: Tx,
  ctx: Ctx,
  process: ProcessRow,
  doc: ProcessDocument,
): Promise<ProcessFile> {
  const { roles, departments } = await knownOwners(tx, ctx);
  const products = await productsBy(tx, ctx, { ids: productIds(doc) });
  const { name, category, style, objective, commercialRoleId } = process;
  const role = roles.find(({ id }) => id === commercialRoleId)?.name ?? null;
  const target = Target.safeParse(process.target).data ?? null;
  const entries = await entriesByName(tx, ctx);
  return toFile({ name, category, style, objective, target, role }, doc, {
    roles,
    departments,
    products,
    entries,
  });
}

/**
 * Refuses a draft that grew beyond what comes in again as a file; one that became smaller is always welcome. The names
 * are only looked up where the longest ones could make the difference.
 */
export async function tooLarge(
  tx: Tx,
  ctx: Ctx,
  process: ProcessRow,
  before: ProcessDocument,
  after: ProcessDocument,
): Promise<Refusal | null> {
  if (bytesOf(after) + namesIn(after) * LONGEST_NAME <= MOST_DRAFT_BYTES) return null;
  const size = bytesOf(await fileOf(tx, ctx, process, after));
  if (size <= MOST_DRAFT_BYTES || size <= bytesOf(await fileOf(tx, ctx, process, before))) return null;
  return refuse("draft-too-large", { megabytes: MOST_DRAFT_BYTES / 1_000_000 });
}

/** Bytes that a name may take in a file, in two languages, escaped and with its place. */
const LONGEST_NAME = 3_500;

/** The size of something as it is written to a file. */
const bytesOf = (value: object): number => new TextEncoder().encode(JSON.stringify(value, null, 2)).length;

/** How many things a document points at that its file has by name. */
function namesIn(doc: ProcessDocument): number {
  const named = (owner: Owner | null) => owner !== null && owner.kind !== "run-owner";
  const steps = allSteps(doc).map(
    ({ owner, supporting, entries }) => [owner, ...supporting].filter(named).length + entries.length,
  );
  return [...steps, ...doc.stages.map(({ entries }) => entries.length), productIds(doc).length].reduce(
    (sum, count) => sum + count,
    0,
  );
}

const productIds = (doc: ProcessDocument): string[] =>
  allSteps(doc).flatMap(({ conditions }) =>
    conditions.flatMap((one) => (one.kind === "product" ? one.anyOf : [])),
  );

/** Every register entry under the name by which it is known now. */
async function entriesByName(tx: Tx, ctx: Ctx) {
  const entries = await registerEntries(tx, ctx);
  const all = byId(entries);
  return entries.map(({ id, kind, name }) => ({
    id,
    register: kind,
    name: survivorOf(all, id)?.name ?? name,
  }));
}
