import Holidays from "date-holidays";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeRate, setOrganization, setRate } from "@/lib/features/organizations/commands";
import { HOLIDAY_REGIONS } from "@/lib/features/organizations/input";
import { organizationMe, organizationSettings } from "@/lib/features/organizations/queries";
import { closePools } from "@/lib/platform/db/pools";
import { execute, read } from "@/lib/platform/execute";
import { NOW, newWorld, type OrgWorld, type Person } from "../support/world";

let world: OrgWorld;
let foreign: OrgWorld;
beforeAll(async () => {
  [world, foreign] = [await newWorld(), await newWorld("Foreign")];
});
afterAll(closePools);

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? "ok" : result.refusal?.code;

const SETTINGS = {
  name: "Renamed",
  timeZone: "Europe/Brussels",
  workingDays: [1, 2, 3, 4],
  workFrom: "08:30",
  workUntil: "17:30",
  holidayRegion: "BE-VLG",
  currency: "USD",
  languages: ["nl"],
  timing: { plannedDays: 14, stepWindow: { unit: "working-days", latest: 5 } },
};

const set = (by: Person, version: number, values: Record<string, unknown> = {}) =>
  execute(setOrganization, by.caller, { ...SETTINGS, ...values, version }, { now: NOW });

describe("who I am", () => {
  it("says what the role may do here", async () => {
    const me = await read(organizationMe, world.viewer.caller, {});
    expect(me.ok && me.value).toMatchObject({
      org: { slug: world.org.slug, name: "World" },
      member: { id: world.viewer.id, role: "viewer", name: "Vera Viewer" },
    });
    expect(me.ok && me.value.permissions).toContain("deal.read");
    // What a viewer may change is their own: what the inbox told them, and views of what they see.
    const changes = me.ok && me.value.permissions.filter((permission) => !permission.endsWith(".read"));
    expect(changes).toEqual(["inbox.edit", "view.save", "view.change"]);
  });

  it("finds nobody at another organisation's address", async () => {
    const caller = { ...world.owner.caller, slug: foreign.org.slug };
    expect(codeOf(await read(organizationMe, caller, {}))).toBe("not-found");
    expect(codeOf(await read(organizationMe, { ...caller, slug: "no-such" }, {}))).toBe("not-found");
  });
});

describe("settings", () => {
  it("are saved as a whole by an owner, and everybody sees them", async () => {
    expect(await set(world.owner, 1)).toEqual({ ok: true, value: { version: 2 } });
    const seen = await read(organizationSettings, world.rep.caller, {}, { now: NOW });
    expect(seen.ok && seen.value.organization).toMatchObject({ ...SETTINGS, version: 2, mayEdit: false });
    const other = await read(organizationSettings, foreign.owner.caller, {});
    expect(other.ok && other.value.organization).toMatchObject({
      name: "Foreign",
      version: 1,
      mayEdit: true,
    });
  });

  it.each(["manager", "rep", "viewer"] as const)("are not for a %s", async (role) => {
    expect(codeOf(await set(world[role], 2))).toBe("not-allowed");
  });

  it("refuse a stale save and say who was first, with what stands now", async () => {
    const at = await newWorld();
    await set(at.owner, 1, { name: "First" });
    expect(await set(at.owner, 1, { name: "Second" })).toMatchObject({
      refusal: {
        code: "stale",
        params: { by: "Olga Owner" },
        current: { version: 2, values: { name: "First" }, change: { by: "Olga Owner" } },
      },
    });
  });

  it.each([
    ["timeZone", { timeZone: "Europe/Atlantis" }],
    ["timeZone", { timeZone: "+01:00" }],
    ["currency", { currency: "ZZZ" }],
    ["currency", { currency: "eur" }],
    ["holidayRegion", { holidayRegion: "FR" }],
    ["workingDays", { workingDays: [] }],
    ["workUntil", { workUntil: "08:30" }],
    ["workFrom", { workFrom: "24:00" }],
    ["languages", { languages: [] }],
    ["name", { name: "  " }],
    ["timing.plannedDays", { timing: { plannedDays: 0, stepWindow: null } }],
    [
      "timing.stepWindow.latest",
      { timing: { plannedDays: null, stepWindow: { unit: "hours", latest: -1 } } },
    ],
  ])("refuse a wrong %s at its field", async (field, values) => {
    expect(await set(world.owner, 2, values)).toMatchObject({ refusal: { code: "invalid-input", field } });
  });

  it("offer only regions whose holidays are known", () => {
    for (const region of HOLIDAY_REGIONS) {
      const [country = "", part] = region.split("-");
      const holidays = part ? new Holidays(country, part) : new Holidays(country);
      if (part) expect(Object.keys(holidays.getStates(country) ?? {})).toContain(part);
      expect(holidays.getHolidays(2026).length, region).toBeGreaterThan(8);
    }
  });
});

describe("currency rates", () => {
  const rate = { base: "USD", quote: "EUR", day: "2026-11-01", rate: "0,92" };
  const list = async (at: OrgWorld) => {
    const seen = await read(organizationSettings, at.owner.caller, {}, { now: NOW });
    return seen.ok ? seen.value.rates : [];
  };

  it("are set per day, corrected, and taken away", async () => {
    const run = (input: object) => execute(setRate, world.owner.caller, input, { now: NOW });
    expect(codeOf(await run(rate))).toBe("ok");
    expect(codeOf(await run({ ...rate, rate: "0.93" }))).toBe("ok");
    expect(codeOf(await run({ ...rate, day: "2026-11-25", rate: "0.00000001" }))).toBe("ok");
    expect(await list(world)).toEqual([
      { base: "USD", quote: "EUR", day: "2026-11-25", rate: "0.00000001" },
      { base: "USD", quote: "EUR", day: "2026-11-01", rate: "0.93" },
    ]);
    expect(await list(foreign)).toEqual([]);
    const { rate: _, ...pair } = rate;
    expect(codeOf(await execute(removeRate, foreign.owner.caller, pair))).toBe("not-found");
    expect(codeOf(await execute(removeRate, world.owner.caller, pair))).toBe("ok");
    expect(await list(world)).toHaveLength(1);
  });

  it.each([
    ["rate", { rate: "0" }],
    ["rate", { rate: "-1" }],
    ["rate", { rate: "1e5" }],
    ["base", { base: "EUR" }],
    ["day", { day: "2026-02-30" }],
    ["day", { day: "2026-11-26" }],
  ])("refuse a wrong %s: %j", async (field, values) => {
    expect(await execute(setRate, world.owner.caller, { ...rate, ...values }, { now: NOW })).toMatchObject({
      refusal: { field },
    });
  });

  it("are not for a manager", async () => {
    expect(codeOf(await execute(setRate, world.manager.caller, rate))).toBe("not-allowed");
  });
});
