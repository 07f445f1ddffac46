import { DEALS } from "./deal-fields";
import type { FieldDef, ImportKind, KindDef } from "./field";

const COMPANIES = {
  kind: "companies",
  entities: ["company", "account", "organization", "organisation", "bedrijf", "klant"],
  required: [["name"]],
  fields: [
    {
      key: "externalId",
      type: "text",
      names: [
        "id",
        "account id",
        "company id",
        "external id",
        "record id",
        "klantnummer",
        "relatienummer",
        "debiteurnummer",
        "bedrijfsnummer",
      ],
      systems: { pipedrive: ["organization id"], salesforce: ["account id"], hubspot: ["record id"] },
    },
    {
      key: "name",
      type: "text",
      names: [
        "name",
        "naam",
        "account",
        "account name",
        "company",
        "company name",
        "bedrijf",
        "bedrijfsnaam",
        "klant",
        "klantnaam",
        "organisatie",
        "organisation",
        "organization",
        "customer",
      ],
      systems: {
        pipedrive: ["organization name"],
        salesforce: ["account name"],
        hubspot: ["company name"],
        zoho: ["account name"],
        teamleader: ["bedrijfsnaam"],
      },
    },
    { key: "sector", type: "text", names: ["sector", "industry", "branche", "bedrijfstak", "industrie"] },
    {
      key: "country",
      type: "text",
      names: [
        "country",
        "land",
        "country region",
        "office location",
        "location",
        "billing country",
        "hoofdkantoor",
        "headquarters",
        "vestiging",
      ],
      systems: { salesforce: ["billing country"] },
    },
    {
      key: "employees",
      type: "integer",
      names: [
        "employees",
        "medewerkers",
        "aantal medewerkers",
        "number of employees",
        "aantal werknemers",
        "werknemers",
        "fte",
        "headcount",
      ],
    },
    {
      key: "yearEstablished",
      type: "integer",
      ungrouped: true,
      names: ["year established", "year founded", "founded", "opgericht", "oprichtingsjaar", "opgericht in"],
    },
    { key: "revenue", type: "number", names: ["revenue", "annual revenue", "omzet", "jaaromzet"] },
    {
      key: "parent",
      type: "reference",
      names: [
        "subsidiary of",
        "parent",
        "parent account",
        "parent company",
        "moederbedrijf",
        "moeder",
        "onderdeel van",
        "dochter van",
      ],
    },
  ],
} as const satisfies KindDef;

const PEOPLE = {
  kind: "people",
  entities: ["person", "user", "agent", "employee", "medewerker", "gebruiker"],
  required: [["name"]],
  fields: [
    {
      key: "externalId",
      type: "text",
      names: ["id", "user id", "employee id", "external id", "personeelsnummer", "medewerkernummer"],
    },
    {
      key: "name",
      type: "text",
      names: [
        "name",
        "naam",
        "sales agent",
        "agent",
        "full name",
        "volledige naam",
        "employee",
        "medewerker",
        "user",
        "gebruiker",
        "verkoper",
        "sales rep",
        "accountmanager",
        "account manager",
        "owner",
      ],
    },
    {
      key: "email",
      type: "email",
      names: ["email", "e mail", "email address", "e mailadres", "emailadres", "mail"],
    },
    {
      key: "team",
      type: "text",
      names: ["team", "team name", "teamnaam", "sales team", "groep", "group"],
    },
    {
      key: "manager",
      type: "reference",
      names: [
        "manager",
        "team manager",
        "leidinggevende",
        "teamleider",
        "team lead",
        "reports to",
        "baas",
        "chef",
      ],
    },
    {
      key: "region",
      type: "text",
      names: [
        "region",
        "regional office",
        "office",
        "regio",
        "kantoor",
        "vestiging",
        "territory",
        "gebied",
        "rayon",
      ],
    },
  ],
} as const satisfies KindDef;

const PRODUCTS = {
  kind: "products",
  entities: ["product", "item", "artikel"],
  required: [["name"]],
  fields: [
    {
      key: "externalId",
      type: "text",
      names: [
        "id",
        "product id",
        "sku",
        "product code",
        "productcode",
        "artikelnummer",
        "artikelcode",
        "code",
      ],
    },
    {
      key: "name",
      type: "text",
      names: ["product", "name", "naam", "product name", "productnaam", "artikel", "item", "omschrijving"],
    },
    {
      key: "series",
      type: "text",
      names: [
        "series",
        "serie",
        "product family",
        "family",
        "productgroep",
        "categorie",
        "category",
        "product line",
        "productlijn",
      ],
    },
    {
      key: "price",
      type: "money",
      names: [
        "price",
        "prijs",
        "sales price",
        "list price",
        "verkoopprijs",
        "lijstprijs",
        "unit price",
        "stukprijs",
        "eenheidsprijs",
        "tarief",
      ],
    },
    { key: "currency", type: "currency", names: ["currency", "valuta", "munt"] },
  ],
} as const satisfies KindDef;

const KINDS: Readonly<Record<ImportKind, KindDef>> = {
  companies: COMPANIES,
  people: PEOPLE,
  products: PRODUCTS,
  deals: DEALS,
};

/** The fields of a kind, what it requires, and how other systems name them. */
export const kindOf = (kind: ImportKind): KindDef => KINDS[kind];

/** One field of a kind, or null when the kind has none of that key. */
export const fieldOf = (kind: ImportKind, key: string): FieldDef | null =>
  KINDS[kind].fields.find((field) => field.key === key) ?? null;
