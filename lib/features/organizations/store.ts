import "server-only";
import type { Day } from "@/lib/domain/shared/day";
import { fromDay, toDay } from "@/lib/platform/day-in";
import type { Tx } from "@/lib/platform/db/tenant";
import type { OrganizationForm } from "./input";
import type { RateView } from "./view";

const RATES_SHOWN = 200;

/** The settings as the form holds them, with the version they stand at. */
export async function findOrganization(tx: Tx, orgId: string) {
  const row = await tx.organization.findUniqueOrThrow({
    where: { id: orgId },
    select: {
      name: true,
      timeZone: true,
      workingDays: true,
      workFrom: true,
      workUntil: true,
      holidayRegion: true,
      currency: true,
      languages: true,
      timing: true,
      slug: true,
      version: true,
    },
  });
  const { slug, version, ...values } = row;
  return { slug, version, values: values as unknown as OrganizationForm };
}

/** Saves the settings when nobody saved since `version`; false otherwise. */
export async function saveOrganization(
  tx: Tx,
  orgId: string,
  version: number,
  values: OrganizationForm,
): Promise<boolean> {
  const saved = await tx.organization.updateMany({
    where: { id: orgId, version },
    data: { ...values, version: { increment: 1 } },
  });
  return saved.count === 1;
}

/** The newest rates, one more than shown when there are more. */
export async function listRates(tx: Tx, orgId: string): Promise<{ rates: RateView[]; more: boolean }> {
  const rows = await tx.currencyRate.findMany({
    where: { orgId },
    select: { base: true, quote: true, day: true, rate: true },
    orderBy: [{ day: "desc" }, { base: "asc" }, { quote: "asc" }],
    take: RATES_SHOWN + 1,
  });
  const rates = rows
    .slice(0, RATES_SHOWN)
    .map(({ base, quote, day, rate }) => ({ base, quote, day: toDay(day) ?? "", rate: rate.toFixed() }));
  return { rates, more: rows.length > RATES_SHOWN };
}

type Pair = { base: string; quote: string; day: Day };

/** Sets the rate of a pair from a day on; an earlier rate of the same day is replaced. */
export async function saveRate(
  tx: Tx,
  orgId: string,
  { base, quote, day }: Pair,
  rate: string,
): Promise<void> {
  const key = { orgId, base, quote, day: fromDay(day) };
  await tx.currencyRate.upsert({
    where: { orgId_base_quote_day: key },
    create: { ...key, rate },
    update: { rate },
    select: { day: true },
  });
}

/** Takes a rate away; false when it is not there. */
export async function deleteRate(tx: Tx, orgId: string, { base, quote, day }: Pair): Promise<boolean> {
  const gone = await tx.currencyRate.deleteMany({ where: { orgId, base, quote, day: fromDay(day) } });
  return gone.count === 1;
}

/** How far an organisation has come with what it begins with, and its newest open deal. */
export async function countBeginnings(tx: Tx, orgId: string) {
  const [row] = await tx.$queryRaw<
    {
      process: boolean;
      people: boolean;
      deal: boolean;
      step: boolean;
      proof: boolean;
      dealId: string | null;
    }[]
  >`
    select
      exists (select from process_version where org_id = ${orgId}::uuid and status = 'published') as process,
      (select count(*) > 1 from (select from membership where org_id = ${orgId}::uuid and status = 'active' limit 2) x)
        or exists (select from invitation where org_id = ${orgId}::uuid and revoked_at is null) as people,
      exists (select from run where org_id = ${orgId}::uuid and kind = 'deal' and deleted_at is null) as deal,
      (select id from run where org_id = ${orgId}::uuid and kind = 'deal' and status = 'open' and deleted_at is null
        order by id desc limit 1) as "dealId",
      exists (select from step_record where org_id = ${orgId}::uuid) as step,
      exists (select from criterion_record where org_id = ${orgId}::uuid) as proof`;
  if (!row) throw new Error("exists() gave no row");
  return row;
}
