import { transaction } from "../../database.js";
import { AUDIT, DUE, PASSED, RECEIPT, TOTAL } from "../../written.js";

export const dynamic = "force-dynamic";

const MOVE = `
  update run set stage_key = $3, entered_on = current_date, entered_at = now(), seq = seq + 1, version = version + 1,
    last_event_at = now()
  where org_id = $1 and id = $2 and version = $4
  returning process_id as process, version_id as "processVersion", owner_id as owner, old.stage_key as was, seq, version`;
const EVENT = `
  insert into event (org_id, run_id, seq, type, occurred_on, occurred_at, recorded_at, actor_id, actor_kind, payload)
  values ($1, $2, $3, 'run.moved', current_date, now(), now(), $4, 'member', $5)`;
const LEFT = `
  update stage_visit set left_on = greatest(current_date, entered_on), left_at = now(), exit = 'forward'
  where org_id = $1 and run_id = $2 and exit is null returning ordinal`;
const ENTERED = `
  insert into stage_visit (org_id, run_id, ordinal, version_id, stage_key, entered_on, entered_at, since_on)
  values ($1, $2, $3, $4, $5, current_date, now(), current_date)`;
const AMOUNT = "select amount_minor as minor, currency from deal where org_id = $1 and id = $2";

// Every row the product writes for a move.
export async function POST(request) {
  const { org, id, to, version, key } = await request.json();
  const moved = await transaction(async (rows) => {
    const [run] = await rows("move", MOVE, [org, id, to, version]);
    if (!run) return null;
    const { process, processVersion, owner, was, seq } = run;
    await rows("move event", EVENT, [org, id, seq, owner, { from: was, to, deviation: null }]);
    const [{ ordinal }] = await rows("move left", LEFT, [org, id]);
    await rows("move entered", ENTERED, [org, id, ordinal + 1, processVersion, to]);
    await rows("passed", PASSED, [org, id]);
    await rows("due", DUE, [org, processVersion, id, owner, to]);
    await rows("audit", AUDIT, [org, owner, "deal.move", id]);
    await rows("receipt", RECEIPT, [org, owner, key, "deal.move", { id }]);
    const [{ minor, currency }] = await rows("move amount", AMOUNT, [org, id]);
    for (const [stage, sign] of [
      [was, -1],
      [to, 1],
    ].sort()) {
      await rows("total", TOTAL, [org, process, stage, owner, currency, sign, sign * (minor ?? 0)]);
    }
    return { id, version: run.version, seq };
  });
  return Response.json(moved, { status: moved ? 200 : 409 });
}
