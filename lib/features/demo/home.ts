import { demoId } from "./ids";
import { type DemoWorld, signInsOf } from "./worlds";

/** A member as the demo makes them: with an account, or a named place without one. */
export type DemoMember = {
  readonly id: string;
  readonly name: string;
  readonly userId: string | null;
  readonly email: string | null;
  readonly role: string;
  readonly status: "active" | "placeholder";
  readonly teamId: string | null;
};

/** An organisation that a world is loaded into. */
export type DemoHome = {
  readonly world: DemoWorld;
  readonly orgId: string;
  readonly slug: string;
  readonly name: string;
  readonly members: readonly DemoMember[];
  /** The person whose example it is, or null. */
  readonly exampleOf: string | null;
  /** Share of the world's deals, from 0 to 1. */
  readonly share: number;
};

export const emailOf = (world: DemoWorld, name: string): string =>
  `${name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z]+/g, ".")}@${world.slug}.example`;

/** A member's id and team, by name. */
function placeOf(world: DemoWorld, name: string) {
  const team = Object.entries(world.teams).find(([, names]) => names.includes(name))?.[0];
  return {
    id: demoId(world.slug, "member", name),
    name,
    teamId: team ? demoId(world.slug, "team", team) : null,
  };
}

/** The people of a demo: some sign in, and the others have accounts too, so that deals have real owners. */
export function membersOf(world: DemoWorld): DemoMember[] {
  const signIns = signInsOf(world).map(({ email, name, role }) => ({
    ...placeOf(world, name),
    userId: demoId("user", email),
    email,
    role,
    status: "active" as const,
  }));
  const colleagues = world.colleagues.map((name) => ({
    ...placeOf(world, name),
    userId: demoId("user", emailOf(world, name)),
    email: emailOf(world, name),
    role: "rep",
    status: "active" as const,
  }));
  return [...signIns, ...colleagues];
}

/** The same people without accounts; whose example it is owns it and stands in for the first rep. */
export function castOf(
  world: DemoWorld,
  person: { readonly id: string; readonly name: string; readonly email: string },
): DemoMember[] {
  const lead = world.processes[0]?.reps[0];
  return membersOf(world).map(
    (member): DemoMember =>
      member.name === lead
        ? { ...member, name: person.name, userId: person.id, email: person.email, role: "owner" }
        : {
            ...member,
            userId: null,
            email: null,
            status: "placeholder",
            role: member.role === "owner" ? "manager" : member.role,
          },
  );
}
