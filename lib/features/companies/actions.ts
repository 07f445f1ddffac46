import { action, reader } from "@/lib/platform/door";
import type * as Input from "./input";
import type { CompanyList, CompanySide, PersonSide, SimilarCompany, SimilarContact, Timeline } from "./view";

type Changed = { id: string; version: number };

export const createCompany = action<Input.CreateCompany, Changed>("company.create");
export const editCompany = action<Input.EditCompany, Changed>("company.edit");
export const createContact = action<Input.CreateContact, Changed>("contact.create");
export const editContact = action<Input.EditContact, Changed>("contact.edit");
export const deleteCompany = action<Input.ThrowAway, Changed>("company.delete");
export const restoreCompany = action<Input.TrashRef, Changed>("company.restore");
export const deleteContact = action<Input.ThrowAway, Changed>("contact.delete");
export const restoreContact = action<Input.TrashRef, Changed>("contact.restore");

export const judgeRelationship = action<Input.JudgeRelationship, { id: string }>(
  "company.judge-relationship",
);
export const withdrawRelationship = action<Input.TrashRef, { id: string }>("company.withdraw-relationship");

export const mergeCompanies = action<Input.MergeCompanies, { id: string; mergeId: string }>("company.merge");
export const unmergeCompanies = action<Input.TrashRef, { id: string }>("company.unmerge");
export const keepApart = action<Input.CompanyPair, { id: string }>("company.keep-apart");
export const compareAgain = action<Input.CompanyPair, { id: string }>("company.compare-again");

export const mergeContacts = action<Input.MergeContacts, { id: string; mergeId: string }>("contact.merge");
export const unmergeContacts = action<Input.TrashRef, { id: string }>("contact.unmerge");
export const keepPeopleApart = action<Input.ContactPair, { id: string }>("contact.keep-apart");
export const comparePeopleAgain = action<Input.ContactPair, { id: string }>("contact.compare-again");

export const readPeoplePair = reader<Input.ContactPair, { sides: PersonSide[] }>("contacts.pair");
export const readPair = reader<Input.CompanyPair, { sides: CompanySide[] }>("companies.pair");
export const readSimilarContacts = reader<Input.SimilarContactTo, SimilarContact[]>("contacts.similar");
export const readCompanies = reader<Input.CompanyFilter, CompanyList>("companies.list");
export const readTimeline = reader<Input.TimelinePage, Timeline>("companies.timeline");
export const readSimilarCompanies = reader<Input.SimilarTo, SimilarCompany[]>("companies.similar");
