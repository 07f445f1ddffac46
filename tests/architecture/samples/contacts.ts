import { newId } from "@/lib/platform/id";
import type { Samples } from "../ground";

export const contacts: Samples = {
  "contacts.similar": ({ company, contact }) => ({ name: "mark", companyId: company, not: contact }),
  "contacts.duplicates": () => ({}),
  "contacts.pair": ({ contact, otherContact }) => ({ id: contact, otherId: otherContact }),
  "contacts.survivor": ({ mergedContact }) => ({ id: mergedContact }),
  "contact.keep-apart": ({ contact, otherContact }) => ({ id: contact, otherId: otherContact }),
  "contact.compare-again": ({ otherContact, apartContact }) => ({ id: otherContact, otherId: apartContact }),
  "contact.merge": ({ otherContact, apartContact }) => ({
    id: otherContact,
    version: 1,
    into: apartContact,
    intoVersion: 1,
    mergeId: newId(),
    take: ["name"],
  }),
  "contact.unmerge": ({ contactMerge }) => ({ id: contactMerge }),
  "contacts.read": ({ contact }) => ({ id: contact }),
  "contact.delete": ({ contact }) => ({ id: contact, version: 1 }),
  "contact.restore": ({ deletedContact }) => ({ id: deletedContact }),
  "contact.create": ({ company }) => ({ id: newId(), companyId: company, name: "Eva" }),
  "contact.edit": ({ contact, company }) => ({
    id: contact,
    version: 1,
    fields: { name: "Eva", companyId: company },
  }),
};
