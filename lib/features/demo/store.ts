import "server-only";
import { normalName } from "@/lib/domain/import/names";
import type { Day } from "@/lib/domain/shared/day";
import { pools } from "@/lib/platform/db/pools";
import { type Tx, withNewTenant } from "@/lib/platform/db/tenant";
import { type DemoHome, emailOf } from "./home";
import { demoId } from "./ids";
import { demoEntries } from "./registers";
import { companyName, type DemoWorld, signInsOf } from "./worlds";

const COMPANIES = 120;

/** Whether a demo organisation was loaded to its end. */
export async function isLoaded(slug: string): Promise<boolean> {
  const row = await pools().auth.organization.findUnique({ where: { slug }, select: { isDemo: true } });
  return row?.isDemo ?? false;
}

/** The people who can sign in, with one password hash for all. */
export async function makeUsers(world: DemoWorld, passwordHash: string): Promise<void> {
  const users = signInsOf(world).map(({ email, name }) => ({
    id: demoId("user", email),
    email,
    name,
    passwordHash,
    locale: world.languages[0] ?? "en",
  }));
  await pools().auth.user.createMany({ data: users, skipDuplicates: true });
}

/**
 * The organisation with its teams, members, companies, products and registers; nothing that is there is made again. False,
 * and nothing is made, when it would be the second example of a person.
 */
export function foundHome(
  { world, orgId, slug, name, members, exampleOf }: DemoHome,
  createdAt: Date,
): Promise<boolean> {
  const id = (...parts: string[]) => demoId(world.slug, ...parts);
  return withNewTenant(orgId, async (tx) => {
    const { timeZone, holidayRegion, languages } = world;
    await tx.organization.createMany({
      data: [
        { id: orgId, slug, name, timeZone, holidayRegion, languages: [...languages], exampleOf, createdAt },
      ],
      skipDuplicates: true,
    });
    if (!(await tx.organization.findUnique({ where: { id: orgId }, select: { id: true } }))) return false;
    await tx.team.createMany({
      data: Object.keys(world.teams).map((team) => ({ orgId, id: id("team", team), name: team })),
      skipDuplicates: true,
    });
    await tx.membership.createMany({
      data: members.map((member) => ({ ...member, orgId })),
      skipDuplicates: true,
    });
    const companies = Array.from({ length: COMPANIES }, (_, index) => companyName(index));
    await tx.company.createMany({
      data: companies.map((company) => ({
        orgId,
        id: id("company", company),
        name: company,
        normalName: normalName(company),
      })),
      skipDuplicates: true,
    });
    await tx.product.createMany({
      data: world.products.map((product) => ({
        orgId,
        id: id("product", product),
        name: product,
        normalName: normalName(product),
      })),
      skipDuplicates: true,
    });
    await tx.registerEntry.createMany({
      data: demoEntries(world.slug).map((entry) => ({ ...entry, orgId })),
      skipDuplicates: true,
    });
    return true;
  });
}

/** Accounts of the colleagues, made before their memberships. */
export async function makeColleagues(world: DemoWorld, passwordHash: string): Promise<void> {
  await pools().auth.user.createMany({
    data: world.colleagues.map((name) => ({
      id: demoId("user", emailOf(world, name)),
      email: emailOf(world, name),
      name,
      passwordHash,
    })),
    skipDuplicates: true,
  });
}

/** The published and draft versions of a process, oldest first. */
export async function versionsOfProcess(tx: Tx, orgId: string, processId: string) {
  return tx.processVersion.findMany({
    where: { orgId, processId },
    orderBy: { createdAt: "asc" },
    select: { id: true, status: true, number: true, revision: true, compiled: true, publishedAt: true },
  });
}

/** Which of these deals are there already. */
export async function existingRuns(tx: Tx, orgId: string, ids: string[]): Promise<Set<string>> {
  const rows = await tx.run.findMany({ where: { orgId, id: { in: ids } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** An open deal, and a step of it that waits. */
export type OpenDeal = {
  readonly id: string;
  readonly ownerId: string;
  readonly versionId: string;
  readonly stageKey: string | null;
  readonly stepKey: string | null;
};

/** The open deals of a process that began by a day, those of which one of these steps waits first, then the youngest. */
export const openDealsOf = (
  tx: Tx,
  orgId: string,
  { processId, until, steps }: { processId: string; until: Day; steps: readonly string[] },
): Promise<OpenDeal[]> =>
  tx.$queryRaw<OpenDeal[]>`
    select r.id, r.owner_id as "ownerId", r.version_id as "versionId", r.stage_key as "stageKey", d.step_key as "stepKey"
    from run r left join lateral (
      select step_key from due_step d
      where d.org_id = r.org_id and d.run_id = r.id and d.step_key = any(${[...steps]}) and not d.earlier
      order by d.due_on, d.step_key limit 1) d on true
    where r.org_id = ${orgId}::uuid and r.process_id = ${processId}::uuid and r.kind = 'deal' and r.status = 'open'
      and r.deleted_at is null and r.opened_on <= ${until}::date
    order by d.step_key is null, r.opened_on desc, r.id`;

/** Gives members their commercial role and marks the organisation as loaded to the end. */
export function finish({ world, orgId }: DemoHome): Promise<void> {
  return withNewTenant(orgId, async (tx) => {
    for (const { templateKey, reps } of world.processes) {
      const process = await tx.process.findFirst({
        where: { orgId, templateKey },
        select: { commercialRoleId: true },
      });
      const ids = reps.map((name) => demoId(world.slug, "member", name));
      await tx.membership.updateMany({
        where: { orgId, id: { in: ids } },
        data: { commercialRoleId: process?.commercialRoleId ?? null },
      });
    }
    await tx.organization.update({ where: { id: orgId }, data: { isDemo: true } });
  });
}
