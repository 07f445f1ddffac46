import "server-only";
import { isRefusal } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import { CreateCompany, CreateContact, EditCompany, EditContact } from "./input";
import { staleOr } from "./stale";
import { companyNow, contactNow, insertCompany, insertContact, updateCompany, updateContact } from "./store";

export { mergeContacts, unmergeContacts } from "./contact-merge";
export { compareAgain, comparePeopleAgain, keepApart, keepPeopleApart } from "./duplicates";
export { mergeCompanies, unmergeCompanies } from "./merge";
export { judgeRelationship, withdrawRelationship } from "./relationship";
export { deleteCompany, deleteContact, restoreCompany, restoreContact } from "./trash";

/** Adds a company. A name that is there already is no refusal: two companies may share one, and the form warns. */
export const createCompany = command({
  name: "company.create",
  input: CreateCompany,
  can: "company.edit",
  async run({ tx, ctx, input }) {
    await insertCompany(tx, ctx, input);
    return { id: input.id, version: 1 };
  },
});

/** Changes fields of a company. */
export const editCompany = command({
  name: "company.edit",
  input: EditCompany,
  can: "company.edit",
  async run({ tx, ctx, input }) {
    if (await updateCompany(tx, ctx.org.id, input)) return { id: input.id, version: input.version + 1 };
    return staleOr({ tx, ctx, input }, "company.edit", await companyNow(tx, ctx.org.id, input.id));
  },
});

/** Adds a person, at a company or without one. */
export const createContact = command({
  name: "contact.create",
  input: CreateContact,
  can: "company.edit",
  async run({ tx, ctx, input }) {
    return (await insertContact(tx, ctx, input)) ?? { id: input.id, version: 1 };
  },
});

/** Changes fields of a person. */
export const editContact = command({
  name: "contact.edit",
  input: EditContact,
  can: "company.edit",
  async run({ tx, ctx, input }) {
    const written = await updateContact(tx, ctx.org.id, input);
    if (isRefusal(written)) return written;
    if (written) return { id: input.id, version: input.version + 1 };
    return staleOr({ tx, ctx, input }, "contact.edit", await contactNow(tx, ctx.org.id, input.id));
  },
});
