import { beforeAll, describe, expect, it } from "vitest";
import { ROLES, reach } from "@/lib/domain/policy/permissions";
import { DealRef } from "@/lib/features/deals/input";
import { ACCOUNT_VERBS, VERBS } from "@/lib/features/registry";
import { executeAccount } from "@/lib/platform/account";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { command, type Verb } from "@/lib/platform/verb";
import { dryRun, type Told } from "./dry-run";
import { fingerprint, type Ground, newGround } from "./ground";
import { SAMPLES } from "./samples";

let home: Ground;
let foreign: Ground;
let before: [string, string];
const both = async (): Promise<[string, string]> => [
  await fingerprint(home.world.org.id),
  await fingerprint(foreign.world.org.id),
];

beforeAll(async () => {
  home = await newGround();
  foreign = await newGround();
  before = await both();
});

const TARGETS = ["own", "others'", "foreign"] as const;

function inputFor(name: string, role: (typeof ROLES)[number], target: (typeof TARGETS)[number]): unknown {
  const ground = target === "foreign" ? foreign : home;
  const deals = ground.deals[target === "own" ? role : "otherRep"];
  return SAMPLES[name]?.({ ...ground.ids, ...deals });
}

/** What points at another organisation is not there: a write finds nothing, a read tells nothing. */
function expectNothingOf(other: Ground, verb: Verb, input: unknown, told: Told, at: string): void {
  expect(told.text, at).not.toContain(other.mark);
  const points = JSON.stringify(input)
    .split('"')
    .some(
      (word) => Object.values(other.ids).includes(word) || Object.values(other.deals.otherRep).includes(word),
    );
  if (verb.kind !== "command") return;
  if (!points) expect(told.outcome, at).toBe("done");
  // A refusal at a field says no more than that the field's thing is not here.
  else expect(told.outcome === "not-found" || told.text.includes('"field":'), at).toBe(true);
}

describe("every verb", () => {
  it("has a sample, and no sample is left of a verb that is gone", () => {
    expect(Object.keys(SAMPLES).sort()).toEqual([...VERBS.keys()].sort());
    expect(VERBS.size).toBeGreaterThan(60);
  });

  describe.each([...VERBS.values()].map((verb) => [verb.name, verb] as const))("%s", (name, verb) => {
    it.each(ROLES)("as a %s, on one's own, others' and foreign things", async (role) => {
      const far = reach(role, verb.can);
      const own = far === "own";
      for (const target of TARGETS) {
        const input = inputFor(name, role, target);
        const told = await dryRun(verb, home.world[role].caller, input);
        const at = `${name} as ${role} on ${target}: ${told.text.slice(0, 300)}`;
        if (!far) expect(told.outcome, at).toBe("not-allowed");
        else if (target === "foreign") expectNothingOf(foreign, verb, input, told, at);
        else if (own && target === "others'") expect(told.outcome, at).toBe("not-yours");
        else expect(told.outcome, at).toBe("done");
        if (told.outcome !== "done" || verb.kind === "command") expect(await both(), at).toEqual(before);
      }
    });
  });

  it("is refused to whoever is not signed in, or is no member here", async () => {
    for (const verb of VERBS.values()) {
      const input = inputFor(verb.name, "rep", "own");
      const stranger = { ...home.world.rep.caller, hash: new Uint8Array(32) };
      expect((await dryRun(verb, stranger, input)).outcome, verb.name).toBe("signed-out");
      const outsider = { ...foreign.world.owner.caller, slug: home.world.org.slug };
      expect((await dryRun(verb, outsider, input)).outcome, verb.name).toBe("not-found");
    }
    expect(await both()).toEqual(before);
  });

  it("outside an organisation asks for a person, where it should", async () => {
    const open = [...ACCOUNT_VERBS.values()].filter(({ who }) => who === "anyone").map(({ name }) => name);
    expect(open).toEqual(["account.sign-up"]);
    for (const verb of ACCOUNT_VERBS.values()) {
      if (verb.who === "anyone") continue;
      const inputs = {
        name: "New",
        token: "x".repeat(30),
        locale: "en",
        currentPassword: "x",
        password: "y".repeat(12),
      };
      const input = Object.fromEntries(
        Object.entries(inputs).filter(([key]) => key in (verb.input as unknown as { shape: object }).shape),
      );
      expect(await executeAccount(verb, null, input), verb.name).toMatchObject({
        refusal: { code: "signed-out" },
      });
    }
  });
});

describe("the matrix", () => {
  it("notices a verb that writes first and asks afterwards", async () => {
    const careless = command({
      name: "planted.careless",
      input: DealRef,
      can: "deal.read",
      async run({ ctx, input }) {
        // Its own transaction: the refusal that follows does not undo it.
        await withNewTenant(ctx.org.id, (tx) =>
          tx.run.update({
            where: { orgId_id: { orgId: ctx.org.id, id: input.id } },
            data: { title: "Planted" },
          }),
        );
        return { id: input.id };
      },
    });
    const told = await dryRun(careless, home.world.viewer.caller, { id: home.deals.otherRep.deal });
    expect(told.outcome).toBe("done");
    expect((await both())[0]).not.toBe(before[0]);
    expect((await both())[1]).toBe(before[1]);
    before = await both();
  });
});
