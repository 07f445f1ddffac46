import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createCompany, deleteCompany } from "@/lib/features/companies/commands";
import { closePools } from "@/lib/platform/db/pools";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { held, waits } from "@/tests/support/meanwhile";
import { newWorld, type OrgWorld } from "@/tests/support/world";
import { Importing, must } from "./imports-support";

let world: OrgWorld;
let company: string;
beforeEach(async () => {
  world = await newWorld("Imports");
  company = newId();
  await must(createCompany, world.manager.caller, { id: company, name: "Haventec" });
});
afterAll(closePools);

const file = (at: string) =>
  `id,title,company,owner,stage,created\nA1,Crane,${at},Rosa Rep,Prospecting,2026-01-01\n`;
const dealNow = () =>
  withNewTenant(world.org.id, async (tx) => {
    const { companyId } = await tx.deal.findFirstOrThrow({ where: { externalId: "A1" } });
    const found = await tx.company.findFirst({
      where: { id: companyId ?? "" },
      select: { id: true, name: true, deletedAt: true },
    });
    return found;
  });

describe("a company that goes to the trash about an import", () => {
  it("while its deals come in is made anew: none lands at one that is gone", async () => {
    const importing = await Importing.read(world, "deals", file("Haventec"));
    await importing.acceptNear();
    await importing.check();
    const input = { id: company, version: 1 };
    const going = await held(world.owner, (tx, ctx) => deleteCompany.run({ tx, ctx, input }));
    const applying = importing.apply();
    expect(await waits(applying, going.pid)).not.toBe(null);
    await going.end();
    expect((await applying).counts.apply).toMatchObject({ created: 1, rejected: 0, made: { companies: 1 } });
    const found = await dealNow();
    expect(found).toMatchObject({ name: "Haventec", deletedAt: null });
    expect(found?.id).not.toBe(company);
  });

  it("comes back where undoing an import gives it its deal back", async () => {
    await Importing.all(world, "deals", file("Haventec"));
    expect(await dealNow()).toMatchObject({ id: company });
    const importing = await Importing.all(world, "deals", file("Zeelicht"));
    expect(await dealNow()).toMatchObject({ name: "Zeelicht" });
    await must(deleteCompany, world.manager.caller, { id: company, version: 1 });
    await importing.undo();
    expect(await dealNow()).toEqual({ id: company, name: "Haventec", deletedAt: null });
  });
});
