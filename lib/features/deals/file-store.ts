import "server-only";
import { stageOf } from "@/lib/domain/process/compile";
import type { CloseReason, Outcome } from "@/lib/domain/run/events";
import { compiledVersions } from "@/lib/features/runs/versions";
import type { Ctx } from "@/lib/platform/context";
import { toDay } from "@/lib/platform/day-in";
import type { Tx } from "@/lib/platform/db/tenant";
import type { FileDeal } from "./view";

type Row = Pick<
  FileDeal,
  | "id"
  | "title"
  | "company"
  | "contact"
  | "process"
  | "owner"
  | "product"
  | "segment"
  | "currency"
  | "attributes"
> & {
  run_id: string;
  version_id: string;
  stage_key: string | null;
  status: string;
  outcome: Outcome | null;
  close_reason: CloseReason | null;
  amount_minor: bigint | null;
  opened_on: Date | null;
  entered_on: Date | null;
  closed_on: Date | null;
  expected_close: Date | null;
};

/**
 * Deals as a file holds them, in the order of `ids`. The id is the one a file brought them with, else their own: an import
 * finds them again by either.
 */
export async function dealsOfFile(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<FileDeal[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select coalesce(d.external_id, r.id::text) id, r.id run_id, r.title, c.name company, k.name contact, x.name process, m.name owner, p.name product, r.version_id,
      r.stage_key, r.status, d.outcome, d.close_reason, d.amount_minor, d.currency, r.opened_on, r.entered_on, r.closed_on,
      d.expected_close, d.segment, d.attributes
    from run r
    join deal d on d.org_id = r.org_id and d.id = r.id
    join membership m on m.org_id = r.org_id and m.id = r.owner_id
    join process x on x.org_id = r.org_id and x.id = r.process_id
    left join contact k on k.org_id = d.org_id and k.id = d.contact_id and k.deleted_at is null
    left join company c on c.org_id = d.org_id and c.id = d.company_id
    left join product p on p.org_id = d.org_id and p.id = d.product_id
    where r.org_id = ${ctx.org.id}::uuid and r.id = any(${[...ids]}::uuid[]) and r.deleted_at is null`;
  const versions = await compiledVersions(
    tx,
    ctx.org.id,
    rows.map(({ version_id }) => version_id),
  );
  const place = new Map(ids.map((id, index) => [id, index]));
  return rows
    .sort((a, b) => (place.get(a.run_id) ?? 0) - (place.get(b.run_id) ?? 0))
    .map((row) => {
      const version = versions.get(row.version_id);
      return {
        id: row.id,
        title: row.title,
        company: row.company,
        contact: row.contact,
        process: row.process,
        attributes: row.attributes,
        owner: row.owner,
        product: row.product,
        stage: (version && row.stage_key && stageOf(version, row.stage_key)?.name) || null,
        outcome: row.outcome,
        amount:
          row.amount_minor === null ? null : { minor: Number(row.amount_minor), currency: row.currency },
        currency: row.currency,
        openedOn: toDay(row.opened_on),
        stageEnteredOn: row.status === "open" ? toDay(row.entered_on) : null,
        closedOn: toDay(row.closed_on),
        closeReason: row.close_reason,
        expectedClose: toDay(row.expected_close),
        segment: row.segment,
      };
    });
}
