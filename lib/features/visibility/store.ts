import "server-only";
import type { Role, Sees } from "@/lib/domain/policy/permissions";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Tx } from "@/lib/platform/db/tenant";
import type { Rules } from "./input";
import type { SeenBy, SeenPreview } from "./view";

/** As `app.reach_of` reads them: what is not there is all. */
type Stored = {
  roles?: Partial<Rules["roles"]>;
  commercialRoles?: Record<string, Sees>;
  teams?: Record<string, Sees>;
};

const listOf = (groups: Record<string, Sees> = {}, known: readonly { id: string }[]) =>
  known.flatMap(({ id }) => (groups[id] ? [{ id, sees: groups[id] }] : []));
const stored = ({ roles, commercialRoles, teams }: Rules): Stored => ({
  roles,
  commercialRoles: Object.fromEntries(commercialRoles.map(({ id, sees }) => [id, sees])),
  teams: Object.fromEntries(teams.map(({ id, sees }) => [id, sees])),
});

/** The rules as they stand, with the groups they may name. A group that is gone is named no more. */
export async function findRules(tx: Tx, orgId: string) {
  const named = { where: { orgId }, select: { id: true, name: true } } as const;
  const teams = await tx.team.findMany({ ...named, orderBy: { name: "asc" } });
  const commercialRoles = await tx.commercialRole.findMany({ ...named, orderBy: { createdAt: "asc" } });
  const { version, visibility } = await tx.organization.findUniqueOrThrow({
    where: { id: orgId },
    select: { version: true, visibility: true },
  });
  const said = visibility as Stored;
  const rules: Rules = {
    roles: { manager: "all", rep: "all", viewer: "all", ...said.roles },
    commercialRoles: listOf(said.commercialRoles, commercialRoles),
    teams: listOf(said.teams, teams),
  };
  return {
    version,
    rules,
    teams,
    commercialRoles: commercialRoles.map(({ id, name }) => ({ id, name: name as LocalText })),
  };
}

/** Saves the rules when nobody saved the settings since `version`; false otherwise. */
export async function saveRules(tx: Tx, orgId: string, version: number, rules: Rules): Promise<boolean> {
  const { count } = await tx.organization.updateMany({
    where: { id: orgId, version },
    data: { visibility: stored(rules), version: { increment: 1 } },
  });
  return count === 1;
}

const PEOPLE = 100;

type Person = Omit<SeenBy, "deals"> & {
  owners: string;
  commercialRoleId: string | null;
  departmentId: string | null;
};

/**
 * How many open deals each active member sees under the rules: asked of the database with their eyes, so that it is what
 * their board will count. Leaves the transaction seeing all, which only those who do may ask for.
 */
export async function seenBy(tx: Tx, orgId: string, rules: Rules): Promise<SeenPreview> {
  const said = JSON.stringify(stored(rules));
  const people = await tx.$queryRaw<Person[]>`
    select m.id, m.name, m.role, t.name as team, m.commercial_role_id as "commercialRoleId", m.department_id as "departmentId", x.sees,
      case when x.sees = 'all' then '{}' else app.owners_of(m.org_id, m.id, x.sees, m.team_id)::text end as owners
    from membership m
    cross join lateral (select app.reach_of(${said}::jsonb, m.role, m.commercial_role_id, m.team_id) as sees) x
    left join team t on t.org_id = m.org_id and t.id = m.team_id
    where m.org_id = ${orgId}::uuid and m.status = 'active'
    order by array_position(array['owner', 'manager', 'rep', 'viewer'], m.role), m.name, m.id
    limit ${PEOPLE}`;
  const active = await tx.membership.count({ where: { orgId, status: "active" } });
  const total = await countOpen(tx);
  const seen: SeenBy[] = [];
  for (const { owners, commercialRoleId, departmentId, ...person } of people) {
    if (person.sees === "all") {
      seen.push({ ...person, role: person.role as Role, deals: total });
      continue;
    }
    await tx.$queryRaw`
      select set_config('app.sees', 'some', true), set_config('app.member_id', ${person.id}, true),
        set_config('app.seen_owners', ${owners}, true), set_config('app.member_role_id', ${commercialRoleId ?? ""}, true),
        set_config('app.member_department_id', ${departmentId ?? ""}, true)`;
    seen.push({ ...person, role: person.role as Role, deals: await countOpen(tx) });
  }
  await tx.$queryRaw`select set_config('app.sees', 'all', true)`;
  return { people: seen, more: active - people.length, total };
}

async function countOpen(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    select coalesce(sum(deals), 0)::int as n from app.stage_totals()`;
  return row?.n ?? 0;
}
