import { z } from "zod";
import { OUTCOMES } from "@/lib/domain/run/events";
import * as commands from "@/lib/features/companies/commands";
import { companiesList, companiesRead } from "@/lib/features/companies/queries";
import { endpoint } from "@/lib/platform/http/endpoint";
import { toCursor } from "@/lib/platform/http/parameters";
import { Cursor, Day, list, Money } from "./shared";

const CompanyRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    sector: z.string().nullable(),
    country: z.string().nullable(),
    openDeals: z.int(),
    deals: z.int(),
  })
  .meta({ id: "CompanyRow" });
const CompanyList = z
  .object({
    companies: list(CompanyRow),
    total: z.int().meta({ description: "All companies of the filter, on every page." }),
    next: Cursor,
  })
  .meta({ id: "CompanyList" });
const Contact = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  jobTitle: z.string().nullable(),
});
const Company = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string(),
    sector: z.string().nullable(),
    country: z.string().nullable(),
    employees: z.int().nullable(),
    parentName: z.string().nullable(),
    attributes: z
      .record(z.string(), z.string())
      .meta({ description: "What a file brought along that has no field of its own." }),
    contacts: list(Contact),
    deals: list(
      z.object({
        id: z.uuid(),
        title: z.string(),
        status: z.enum(["open", "closed"]),
        outcome: z.enum(OUTCOMES).nullable(),
        amount: Money.nullable(),
        owner: z.string(),
        openedOn: Day.nullable(),
        closedOn: Day.nullable(),
      }),
    ).meta({ description: "Open ones first, then the latest closed; at most 200 of `dealCount`." }),
    dealCount: z.int(),
    mayEdit: z.boolean(),
    mayCreateDeal: z.boolean(),
  })
  .meta({ id: "Company" });
const Saved = z.object({ id: z.uuid(), version: z.int() }).meta({ id: "Saved" });
const tag = "companies";

export const listCompanies = endpoint(companiesList, {
  method: "GET",
  path: "/companies",
  tag,
  summary: "Companies by name",
  cursors: ["after"],
  answer: CompanyList,
  present: ({ rows, total, next }) => ({ companies: rows, total, next: toCursor(next) }),
});

export const readCompany = endpoint(companiesRead, {
  method: "GET",
  path: "/companies/{id}",
  tag,
  summary: "One company with its people and deals",
  answer: Company,
});

export const createCompany = endpoint(commands.createCompany, {
  method: "POST",
  path: "/companies",
  tag,
  summary: "Add a company",
  description: "A name that is there already is no refusal: look with `GET /companies?q=` first.",
  makes: "id",
  status: 201,
  answer: Saved,
});

export const editCompany = endpoint(commands.editCompany, {
  method: "PATCH",
  path: "/companies/{id}",
  tag,
  summary: "Change fields of a company",
  answer: Saved,
});

export const createContact = endpoint(commands.createContact, {
  method: "POST",
  path: "/contacts",
  tag,
  summary: "Add a person, at a company or without one",
  makes: "id",
  status: 201,
  answer: Saved,
});

export const editContact = endpoint(commands.editContact, {
  method: "PATCH",
  path: "/contacts/{id}",
  tag,
  summary: "Change fields of a person",
  answer: Saved,
});

export const COMPANIES = [listCompanies, readCompany, createCompany, editCompany, createContact, editContact];
