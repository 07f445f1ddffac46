import "server-only";
import { normalName } from "@/lib/domain/import/names";
import type { DealValues, Reference } from "@/lib/domain/import/row-values";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import { isRefusal } from "@/lib/domain/shared/result";
import { createAsFound } from "@/lib/features/processes/commands";
import { openDeals } from "@/lib/features/runs/open";
import { referredAll } from "@/lib/features/runs/referred";
import { compiledVersions } from "@/lib/features/runs/versions";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { changeDeal } from "./change-deal";
import { historyOf } from "./history";
import { processOfVersion } from "./known-store";
import type { Outcome } from "./rows-store";
import type { Judged, Session } from "./session";
import type { ApplyCounts, Made } from "./view";
import { makeByName, makePeople, markDeals, nobodyIn } from "./write-store";

/** What a chunk did, besides its rows. */
export type Applied = {
  readonly outcomes: readonly Outcome[];
  readonly made: Made;
  readonly teams: readonly string[];
  readonly versionId: string | null;
  readonly processId: string | null;
};

type Deal = Judged & { readonly values: DealValues };

/** Writes a chunk of deals: the names they bring along first, new deals in bulk, then those that change. */
export async function applyDeals(
  tx: Tx,
  ctx: Ctx,
  session: Session,
  judged: readonly Judged[],
  counts: ApplyCounts,
): Promise<Applied> {
  const deals = judged.flatMap((each): Deal[] =>
    each.plan.values.kind === "deals" && (each.plan.action === "create" || each.plan.action === "update")
      ? [{ ...each, values: each.plan.values }]
      : [],
  );
  const names = await makeNames(tx, ctx, session.importId, deals);
  const creates = deals.filter(({ plan }) => plan.action === "create");
  const at = creates.length > 0 ? await versionFor(tx, ctx, session, counts) : null;
  const created = at ? await create(tx, ctx, session, creates, names, at) : [];
  const updated: Outcome[] = [];
  for (const deal of deals) {
    if (deal.found?.kind !== "deals" || deal.plan.action !== "update") continue;
    const values = names.resolved(deal.values);
    const change = await changeDeal(tx, ctx, deal.found.now, values);
    const { externalId } = deal.values;
    const fingerprint = externalId ? deal.plan.fingerprint : null;
    await markDeals(tx, ctx, [{ id: deal.found.now.id, attributes: values.attributes, fingerprint }]);
    updated.push({ number: deal.plan.number, result: "updated", entityId: deal.found.now.id, ...change });
  }
  return {
    outcomes: [...created, ...updated],
    made: names.made,
    teams: [],
    versionId: at?.versionId ?? counts.versionId,
    processId: at?.processId ?? counts.processId,
  };
}

type Names = {
  readonly made: Made;
  readonly resolved: (values: DealValues) => DealValues;
  /** Who has the deals for which the file names nobody. */
  readonly nobody: () => Promise<string>;
};

async function makeNames(tx: Tx, ctx: Ctx, importId: string, deals: readonly Deal[]): Promise<Names> {
  // A merge that is under way is waited for, and one that comes has to wait: no deal lands at a company that is no more. One that was
  // thrown away since the row was judged is as one that was never there.
  const named = new Set(deals.flatMap(({ values }) => values.company?.id ?? []));
  const held = await referredAll(tx, ctx.org.id, "company", [...named]);
  const companyIn = ({ company }: DealValues): Reference | null =>
    company?.id ? { ...company, id: held.get(company.id) ?? null } : company;
  const unknown = (pick: (values: DealValues) => Reference | null) =>
    new Map(
      deals.flatMap(({ values }) => {
        const reference = pick(values);
        return reference && reference.id === null
          ? [[normalName(reference.name), reference.name] as const]
          : [];
      }),
    );
  const companies = unknown(companyIn);
  const products = unknown(({ product }) => product);
  const owners = [...unknown(({ owner }) => owner)].map(([normal, name]) => ({ normal, name, id: newId() }));
  const byCompany = await makeByName(tx, ctx, "company", importId, companies);
  const byProduct = await makeByName(tx, ctx, "product", importId, products);
  await makePeople(
    tx,
    ctx,
    importId,
    owners.map(({ id, name }) => ({ id, name, role: "rep" })),
  );
  const byOwner = new Map(owners.map(({ normal, id }) => [normal, id]));
  let nobody: Promise<string> | null = null;
  const known = (reference: Reference | null, ids: ReadonlyMap<string, string>): Reference | null =>
    reference && { ...reference, id: reference.id ?? ids.get(normalName(reference.name)) ?? null };
  return {
    made: { companies: companies.size, products: products.size, people: owners.length },
    resolved: (values) => ({
      ...values,
      company: known(companyIn(values), byCompany),
      product: known(values.product, byProduct),
      owner: known(values.owner, byOwner),
    }),
    nobody: () => {
      nobody ??= nobodyIn(tx, ctx, importId);
      return nobody;
    },
  };
}

async function versionFor(
  tx: Tx,
  ctx: Ctx,
  { plan, importId }: Session,
  counts: ApplyCounts,
): Promise<{ versionId: string; processId: string; compiled: CompiledVersion }> {
  const chosen = await chosenVersion(tx, ctx, plan, importId, counts);
  const compiled = (await compiledVersions(tx, ctx.org.id, [chosen.versionId])).get(chosen.versionId);
  if (!compiled) throw new Error(`the version ${chosen.versionId} that deals are put on is not there`);
  return { ...chosen, compiled };
}

async function chosenVersion(
  tx: Tx,
  ctx: Ctx,
  { process, found }: Session["plan"],
  importId: string,
  { versionId, processId }: ApplyCounts,
): Promise<{ versionId: string; processId: string }> {
  if (versionId && processId) return { versionId, processId };
  if (process?.kind === "version")
    return { versionId: process.versionId, processId: await processOfVersion(tx, ctx, process.versionId) };
  const both = (text: string) => ({ en: text, nl: text });
  const made = await createAsFound(tx, ctx, {
    ...(process?.processId && { processId: process.processId }),
    name: both(process?.name ?? "Import"),
    stages: found.map(({ key, name }) => ({ key, name: both(name) })),
    importId,
  });
  if (isRefusal(made)) throw new Error(`the stages of the file could not be kept: ${made.code}`);
  return made;
}

async function create(
  tx: Tx,
  ctx: Ctx,
  { importId, plan: { mapping } }: Session,
  deals: readonly Deal[],
  names: Names,
  at: { versionId: string; processId: string; compiled: CompiledVersion },
): Promise<Outcome[]> {
  const order = mapping.stageOrder ?? [];
  const rows = [];
  for (const { plan, values: written } of deals) {
    const values = names.resolved(written);
    const { title, segment, expectedClose } = values;
    const fields = {
      title,
      owner: values.owner?.id ?? (await names.nobody()),
      company: values.company?.id ?? null,
      product: values.product?.id ?? null,
      amount: values.outcome === null ? values.amount : null,
      expectedClose,
      segment,
    };
    rows.push({
      plan,
      values,
      deal: {
        id: newId(),
        processId: at.processId,
        events: historyOf(values, order, at.versionId, fields),
        externalId: values.externalId,
        fingerprint: values.externalId ? plan.fingerprint : (plan.identities[0] ?? null),
        importId,
      },
    });
  }
  await openDeals(
    tx,
    ctx,
    rows.map(({ deal }) => deal),
    new Map([[at.versionId, at.compiled]]),
  );
  await markDeals(
    tx,
    ctx,
    rows.flatMap(({ deal, values: { attributes } }) =>
      Object.keys(attributes).length > 0 ? [{ id: deal.id, attributes, fingerprint: null }] : [],
    ),
  );
  return rows.map(({ plan, deal }) => ({
    number: plan.number,
    result: "created",
    entityId: deal.id,
    version: 1,
  }));
}
