import "server-only";
import type { z } from "zod";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import { decideOpen } from "@/lib/domain/run/decide-open";
import { refuseClose } from "@/lib/domain/run/expected-close";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { tell } from "@/lib/features/inbox/commands";
import { writeStatement } from "@/lib/features/runs/hot";
import { refuseOwner } from "@/lib/features/runs/may-own";
import { type NewDeal, openDeals, openingOf } from "@/lib/features/runs/open";
import { referable } from "@/lib/features/runs/referred";
import { compiledVersions, keptVersions } from "@/lib/features/runs/versions";
import type { Ctx } from "@/lib/platform/context";
import { command } from "@/lib/platform/verb";
import { CreateDeal } from "./input";
import { occurredOr } from "./occurred";
import { companyFor, currentVersion, type OpeningGround, openingGround } from "./store";

type Asked = z.output<typeof CreateDeal>;

/** Puts a new deal on the published version of a process, in its first stage or the one chosen. */
export const createDeal = command({
  name: "deal.create",
  input: CreateDeal,
  can: "deal.create",
  async run({ tx, ctx, input }) {
    const version = await currentVersion(tx, ctx.org.id, input.processId);
    if (!version) return refuse("process-not-published", undefined, { field: "processId" });
    const compiled = (await compiledVersions(tx, ctx.org.id, [version.id])).get(version.id);
    if (!compiled) throw new Error(`version ${version.id} is published and not compiled`);
    const ownerId = ownerOf(ctx, input);
    if (!ownerId) return refuse("owner-unknown", undefined, { field: "ownerId" });
    const unfit = await refuseOwner(tx, ctx.org.id, ownerId);
    if (unfit) return unfit;
    const named =
      input.companyId ?? (input.companyName ? await companyFor(tx, ctx, input.companyName) : null);
    const company = named && (await referable(tx, ctx.org.id, "company", named));
    if (isRefusal(company)) return company;
    const contact = input.contactId && (await referable(tx, ctx.org.id, "contact", input.contactId));
    if (isRefusal(contact)) return contact;
    const deal = dealOf(ctx, input, { compiled, versionId: version.id, ownerId, company, contact });
    if (isRefusal(deal)) return deal;
    await openDeals(tx, ctx, [deal], new Map([[version.id, compiled]]));
    await tell(tx, ctx, { memberId: ownerId, kind: "deal-given", runId: input.id });
    return madeOf(deal);
  },
  hot: {
    load: (input) => openingGround(input),
    decide({ ctx, input, loaded }) {
      const { versionId, ownerIsActive, company, contact } = loaded as OpeningGround;
      const versions = versionId === null ? null : keptVersions(ctx.org.id, [versionId]);
      const compiled = versionId === null ? undefined : versions?.get(versionId);
      // Whoever gets it from somebody else is told; a company of a new name is made first; a merged one leads to another, one in
      // the trash to a refusal.
      const isOwn = ownerOf(ctx, input) === ctx.member.id && ownerIsActive;
      const isNew = input.companyId === null && input.companyName !== undefined && company === null;
      const isElsewhere = [company, contact].some((found) => found?.into || found?.gone);
      if (!versions || !compiled || versionId === null || !isOwn || isNew || isElsewhere) return null;
      const deal = dealOf(ctx, input, {
        compiled,
        versionId,
        ownerId: ctx.member.id,
        company: input.companyId ?? company?.id ?? null,
        contact: input.contactId,
      });
      if (isRefusal(deal)) return deal;
      const { writes } = openingOf(ctx, [deal], versions);
      return { value: madeOf(deal), write: writeStatement(writes) };
    },
  },
});

/** Whoever creates it, when nobody is named; an API key is nobody. */
const ownerOf = (ctx: Ctx, input: Asked): string | null =>
  input.ownerId ?? (ctx.member.kind === "member" ? ctx.member.id : null);

const madeOf = ({ id, events }: NewDeal) => ({ id, version: 1, seq: events.length });

type Ground = {
  readonly compiled: CompiledVersion;
  readonly versionId: string;
  readonly ownerId: string;
  readonly company: string | null;
  readonly contact: string | null;
};

/** The deal that is asked for, with its first events, or why it cannot be. */
function dealOf(
  ctx: Ctx,
  input: Asked,
  { compiled, versionId, ownerId, company, contact }: Ground,
): NewDeal | Refusal {
  const occurred = occurredOr(input.occurred, ctx);
  if (isRefusal(occurred)) return occurred;
  const wrong = input.expectedClose && refuseClose(input.expectedClose, occurred.day, ctx.today);
  if (wrong) return wrong;
  const fields = {
    title: input.title,
    owner: ownerId,
    company,
    contact,
    product: input.productId,
    amount: input.amount,
    expectedClose: input.expectedClose,
    segment: input.segment,
  };
  const opening = { versionId, stageKey: input.stageKey ?? null, startKnown: true, fields, occurred };
  const decided = decideOpen(compiled, opening, ctx.today);
  if (isRefusal(decided)) return decided;
  const [opened, ...more] = decided.map((body) => ({ ...body, occurred }));
  if (!opened) throw new Error("a deal opens with an event");
  return { id: input.id, processId: input.processId, events: [opened, ...more] };
}
