import "server-only";
import { decideOpen } from "@/lib/domain/run/decide-open";
import { isRefusal, refuse } from "@/lib/domain/shared/result";
import { tell } from "@/lib/features/inbox/commands";
import { openDeals } from "@/lib/features/runs/open";
import { referred } from "@/lib/features/runs/referred";
import { compiledVersions } from "@/lib/features/runs/versions";
import { command } from "@/lib/platform/verb";
import { CreateDeal } from "./input";
import { occurredOr } from "./occurred";
import { companyFor, currentVersion, isActiveMember } from "./store";

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
    const ownerId = input.ownerId ?? (ctx.member.kind === "member" ? ctx.member.id : null);
    if (!ownerId || !(await isActiveMember(tx, ctx.org.id, ownerId))) {
      return refuse("owner-unknown", undefined, { field: "ownerId" });
    }
    const occurred = occurredOr(input.occurred, ctx);
    if (isRefusal(occurred)) return occurred;
    const named =
      input.companyId ?? (input.companyName ? await companyFor(tx, ctx, input.companyName) : null);
    const company = named && (await referred(tx, ctx.org.id, "company", named));
    const contact = input.contactId && (await referred(tx, ctx.org.id, "contact", input.contactId));
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
    const opening = {
      versionId: version.id,
      stageKey: input.stageKey ?? null,
      startKnown: true,
      fields,
      occurred,
    };
    const decided = decideOpen(compiled, opening, ctx.today);
    if (isRefusal(decided)) return decided;
    const [opened, ...more] = decided.map((body) => ({ ...body, occurred }));
    if (!opened) throw new Error("a deal opens with an event");
    await openDeals(
      tx,
      ctx,
      [{ id: input.id, processId: input.processId, events: [opened, ...more] }],
      new Map([[version.id, compiled]]),
    );
    await tell(tx, ctx, { memberId: ownerId, kind: "deal-given", runId: input.id });
    return { id: input.id, version: 1, seq: decided.length };
  },
});
