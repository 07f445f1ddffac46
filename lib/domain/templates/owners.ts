import type { LocalText } from "../shared/text";

/** Commercial roles that templates name, with the name an organisation starts from. */
export const ROLES = {
  "account-manager": { en: "Account manager", nl: "Accountmanager" },
  "business-developer": { en: "Business developer", nl: "Businessdeveloper" },
  "inside-sales": { en: "Inside sales", nl: "Verkoop binnendienst" },
  "field-sales": { en: "Field sales engineer", nl: "Technisch verkoper buitendienst" },
  "channel-manager": { en: "Channel manager", nl: "Channelmanager" },
  "sales-manager": { en: "Sales manager", nl: "Verkoopleider" },
} as const satisfies Record<string, LocalText>;
export type RoleSymbol = keyof typeof ROLES;

/** Departments that templates name: they own steps too, and hand-overs between them take time. */
export const DEPARTMENTS = {
  marketing: { en: "Marketing", nl: "Marketing" },
  engineering: { en: "Engineering", nl: "Techniek" },
  legal: { en: "Legal", nl: "Juridische zaken" },
  finance: { en: "Finance", nl: "Financiën" },
  "order-desk": { en: "Order desk", nl: "Orderverwerking" },
  delivery: { en: "Delivery", nl: "Uitvoering" },
  "customer-service": { en: "Customer service", nl: "Klantenservice" },
} as const satisfies Record<string, LocalText>;
export type DepartmentSymbol = keyof typeof DEPARTMENTS;

export type OwnerSymbol = RoleSymbol | DepartmentSymbol;

/** Tells whether a symbol names a role (else it names a department). */
export const isRole = (symbol: OwnerSymbol): symbol is RoleSymbol => Object.hasOwn(ROLES, symbol);
