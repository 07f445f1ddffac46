import { transaction } from "../../database.js";
import { AUDIT, DUE, RECEIPT, TOTAL } from "../../written.js";

export const dynamic = "force-dynamic";

const RUN = `
  insert into run (org_id, id, kind, process_id, version_id, owner_id, title, stage_key, entered_on, entered_at, opened_on, seq)
  values ($1, $2, 'deal', $3, $4, $5, $6, $7, current_date, now(), current_date, 1)`;
const DEAL =
  "insert into deal (org_id, id, company_id, amount_minor, currency) values ($1, $2, $3, $4, 'EUR')";
const EVENT = `
  insert into event (org_id, run_id, seq, type, occurred_on, occurred_at, recorded_at, actor_id, actor_kind, payload)
  values ($1, $2, 1, 'run.opened', current_date, now(), now(), $3, 'member', $4)`;
const ENTERED = `
  insert into stage_visit (org_id, run_id, ordinal, version_id, stage_key, entered_on, entered_at, since_on)
  values ($1, $2, 1, $3, $4, current_date, now(), current_date)`;

const NAME = "insert into floor.name (kind, org_id, id, name, at) values ('deal', $1, $2, $3, now())";

// Every row the product writes for a new deal; of what makes it findable, its name.
export async function POST(request) {
  const { org, id, process, version, owner, title, stage, company, minor, key } = await request.json();
  const fields = { title, owner, company, amount: { minor, currency: "EUR" } };
  await transaction(async (rows) => {
    await rows("create run", RUN, [org, id, process, version, owner, title, stage]);
    await rows("create deal", DEAL, [org, id, company, minor]);
    await rows("create event", EVENT, [
      org,
      id,
      owner,
      { versionId: version, stageKey: stage, startKnown: true, fields },
    ]);
    await rows("create entered", ENTERED, [org, id, version, stage]);
    await rows("due", DUE, [org, version, id, owner, stage]);
    await rows("name", NAME, [org, id, title]);
    await rows("audit", AUDIT, [org, owner, "deal.create", id]);
    await rows("receipt", RECEIPT, [org, owner, key, "deal.create", { id }]);
    await rows("total", TOTAL, [org, process, stage, owner, "EUR", 1, minor]);
  });
  return Response.json({ id, version: 1, seq: 1 });
}
