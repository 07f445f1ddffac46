import { newId } from "@/lib/platform/id";
import type { Samples } from "../ground";

export const companies: Samples = {
  "companies.list": ({ company }) => ({ q: "", after: { name: "", id: company } }),
  "companies.read": ({ company }) => ({ id: company }),
  "company.judge-relationship": ({ company }) => ({
    id: newId(),
    companyId: company,
    level: "trusted-partner",
    on: "2026-11-24",
    note: "They ask us first",
  }),
  "company.withdraw-relationship": ({ judgement }) => ({ id: judgement }),
  "companies.duplicates": () => ({}),
  "companies.pair": ({ company, idleCompany }) => ({ id: company, otherId: idleCompany }),
  "companies.survivor": ({ mergedCompany }) => ({ id: mergedCompany }),
  "company.keep-apart": ({ company, idleCompany }) => ({ id: company, otherId: idleCompany }),
  "company.compare-again": ({ company, apartCompany }) => ({ id: company, otherId: apartCompany }),
  "company.merge": ({ idleCompany, apartCompany }) => ({
    id: idleCompany,
    version: 1,
    into: apartCompany,
    intoVersion: 1,
    mergeId: newId(),
    take: ["name"],
  }),
  "company.unmerge": ({ merge }) => ({ id: merge }),
  "companies.overview": ({ company }) => ({ id: company }),
  "companies.timeline": ({ contact }) => ({ of: "contact", id: contact }),
  "companies.similar": ({ company }) => ({ name: "mark", not: company }),
  "company.create": () => ({ id: newId(), name: "Haventec" }),
  "company.edit": ({ company }) => ({ id: company, version: 1, fields: { name: "Haventec" } }),
  "company.delete": ({ idleCompany }) => ({ id: idleCompany, version: 1 }),
  "company.restore": ({ deletedCompany }) => ({ id: deletedCompany }),
};
