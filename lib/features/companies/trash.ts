import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import { ThrowAway, TrashRef } from "./input";
import { staleOr } from "./stale";
import { companyNow, contactNow } from "./store";
import {
  bringBackCompany,
  bringBackContact,
  dealsAt,
  holdCompany,
  throwAwayCompany,
  throwAwayContact,
} from "./trash-store";

/**
 * Throws a company and its people away, for 30 days. Refused (company-has-deals) while deals are on it, seen or not:
 * those would lose their buyer.
 */
export const deleteCompany = command({
  name: "company.delete",
  input: ThrowAway,
  can: "company.edit",
  async run({ tx, ctx, input }) {
    await holdCompany(tx, ctx.org.id, input.id);
    const now = await companyNow(tx, ctx.org.id, input.id);
    if (!now) return refuse("not-found");
    const count = await dealsAt(tx, ctx, input.id);
    if (count > 0) return refuse("company-has-deals", { name: now.name, count });
    if (await throwAwayCompany(tx, ctx, input)) return { id: input.id, version: input.version + 1 };
    return staleOr({ tx, ctx, input }, "company.edit", now);
  },
});

/** Brings a company back from the trash, with the people who went with it. */
export const restoreCompany = command({
  name: "company.restore",
  input: TrashRef,
  can: "company.edit",
  async run({ tx, ctx, input }) {
    const version = await bringBackCompany(tx, ctx, input.id);
    return version === null ? refuse("not-found") : { id: input.id, version };
  },
});

/** Throws a person away, for 30 days. Deals and activities go on naming them until then. */
export const deleteContact = command({
  name: "contact.delete",
  input: ThrowAway,
  can: "company.edit",
  async run({ tx, ctx, input }) {
    if (await throwAwayContact(tx, ctx, input)) return { id: input.id, version: input.version + 1 };
    return staleOr({ tx, ctx, input }, "contact.edit", await contactNow(tx, ctx.org.id, input.id));
  },
});

/** Brings a person back from the trash, and their company too where it lies there. */
export const restoreContact = command({
  name: "contact.restore",
  input: TrashRef,
  can: "company.edit",
  async run({ tx, ctx, input }) {
    const version = await bringBackContact(tx, ctx, input.id);
    return version === null ? refuse("not-found") : { id: input.id, version };
  },
});
