import "server-only";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { referable } from "@/lib/features/runs/referred";
import { lastChange } from "@/lib/platform/last-change";
import { command, type Work } from "@/lib/platform/verb";
import { AddCompetitor, AddPerson, ChangePerson, RemoveCompetitor, RemovePerson } from "./input";
import {
  competitorFor,
  deleteCompetitor,
  deletePart,
  insertCompetitor,
  insertPart,
  insertPerson,
  liveContact,
  liveDeal,
  partOf,
  updatePart,
} from "./people-store";
import { ownerOf } from "./store";

const owner = ({ tx, ctx, input }: Work<{ id: string }>) => ownerOf(tx, ctx.org.id, input.id);

/**
 * Puts a person on a deal as what they are in the decision: someone who is known, or a new one at the deal's company.
 * Refuses person-on-deal when they are on it already.
 */
export const addPerson = command({
  name: "deal.add-person",
  input: AddPerson,
  can: "deal.edit",
  owner,
  async run({ tx, ctx, input }): Promise<{ id: string } | Refusal> {
    const deal = await liveDeal(tx, ctx.org.id, input.id);
    if (!deal) return refuse("not-found");
    const { person } = input;
    if (person) {
      const companyId = deal.companyId && (await referable(tx, ctx.org.id, "company", deal.companyId));
      if (isRefusal(companyId)) return companyId;
      await insertPerson(tx, ctx, { id: input.contactId, companyId, ...person });
    }
    const contactId = await referable(tx, ctx.org.id, "contact", input.contactId);
    if (isRefusal(contactId)) return contactId;
    const contact = await liveContact(tx, ctx.org.id, contactId);
    if (!contact) return refuse("not-found");
    if (!(await insertPart(tx, ctx, { ...input, contactId })))
      return refuse("person-on-deal", { name: contact.name });
    return { id: contactId };
  },
});

/** Says anew what a person is on a deal, where they stand, or what there is to know. */
export const changePerson = command({
  name: "deal.change-person",
  input: ChangePerson,
  can: "deal.edit",
  owner,
  async run({ tx, ctx, input }): Promise<{ id: string; version: number } | Refusal> {
    const { id, contactId, version, set } = input;
    const orgId = ctx.org.id;
    if (!(await liveDeal(tx, orgId, id))) return refuse("not-found");
    if (await updatePart(tx, orgId, input, set)) return { id: contactId, version: version + 1 };
    const current = await partOf(tx, orgId, id, contactId);
    if (!current) return refuse("not-found");
    const last = await lastChange(tx, orgId, { verbs: ["deal.change-person"], entityId: id });
    return refuse("stale", { who: last?.by ?? "", at: last?.at ?? "" }, { current });
  },
});

/** Takes a person off a deal. They stay with their company, and adding them again brings all of it back. */
export const removePerson = command({
  name: "deal.remove-person",
  input: RemovePerson,
  can: "deal.edit",
  owner,
  async run({ tx, ctx, input: { id, contactId } }): Promise<{ id: string } | Refusal> {
    if (!(await liveDeal(tx, ctx.org.id, id))) return refuse("not-found");
    if (!(await deletePart(tx, ctx.org.id, id, contactId))) return refuse("not-found");
    return { id: contactId };
  },
});

/** Notes that the buyer considers a competitor too; one that is there already stays as it is. */
export const addCompetitor = command({
  name: "deal.add-competitor",
  input: AddCompetitor,
  can: "deal.edit",
  owner,
  async run({ tx, ctx, input }): Promise<{ id: string; competitorId: string } | Refusal> {
    const { id, name } = input;
    if (!(await liveDeal(tx, ctx.org.id, id))) return refuse("not-found");
    const competitorId = await competitorFor(tx, ctx, input.competitorId, name);
    await insertCompetitor(tx, ctx, id, competitorId);
    return { id, competitorId };
  },
});

/** Takes a competitor off a deal. */
export const removeCompetitor = command({
  name: "deal.remove-competitor",
  input: RemoveCompetitor,
  can: "deal.edit",
  owner,
  async run({ tx, ctx, input: { id, competitorId } }): Promise<{ id: string } | Refusal> {
    if (!(await liveDeal(tx, ctx.org.id, id))) return refuse("not-found");
    return (await deleteCompetitor(tx, ctx.org.id, id, competitorId)) ? { id } : refuse("not-found");
  },
});
