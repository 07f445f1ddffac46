import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { withClient } from "../database.mjs";

const JSON_TYPE = { "content-type": "application/json" };
/** Every so many answers one is read as a whole; of the others the status and the length are looked at. */
const READ_EVERY = 25;

/** What the scenarios need to know about the organisation they work in. */
export async function groundOf(ownerUrl, world) {
  return withClient(ownerUrl, async (client) => {
    const rows = async (text) => (await client.query(text, [world.orgId])).rows;
    const open = "from run where org_id = $1 and status = 'open' and deleted_at is null";
    const all = await rows(`select id, version, stage_key as stage ${open} order by hashtext(id::text)`);
    return {
      // A half each for the product and the floor, which knows no working days and would leave other steps due.
      open: all.filter((_, at) => at % 2 === 0),
      bare: all.filter((_, at) => at % 2 === 1),
      busy: await rows(`select run_id as id, count(*)::int as n from activity where org_id = $1
        group by 1 having count(*) >= 30 order by hashtext(run_id::text) limit 2000`),
      companies: await rows("select id from company where org_id = $1 limit 1000"),
      named: await rows(`select id, title as name ${open} order by hashtext(id::text) limit 2000`),
      cards: (
        await rows(`select sum(least(n, 50))::int as n from (select count(*) n ${open} group by stage_key) s`)
      )[0].n,
    };
  });
}

/**
 * The five scenarios, each for the product (as a browser that is signed in calls it) and for the floor. `next` makes a
 * request, `check` throws when its answer is not right, `limit` bounds the requests of one measurement so that a small
 * organisation does not turn into another one while it is measured.
 */
export function scenarios(world, ground) {
  const base = `/api/org/${world.slug}`;
  const headers = { cookie: `next-auth.session-token=${world.token}`, "sec-fetch-site": "same-origin" };
  const read = (verb, input) => ({
    path: `${base}/${verb}?input=${encodeURIComponent(JSON.stringify(input))}`,
    headers,
  });
  // with a key, as the pages send it: its receipt is part of the write
  const write = (verb, input) => ({
    method: "POST",
    path: `${base}/${verb}`,
    headers: { ...headers, ...JSON_TYPE, "idempotency-key": randomUUID() },
    body: JSON.stringify(input),
  });
  const bare = (path, body) => ({ method: "POST", path, headers: JSON_TYPE, body: JSON.stringify(body) });
  const query = (path, values) => ({ path: `${path}?${new URLSearchParams(values)}` });
  const { orgId, processId, versionId, memberId, stages } = world;

  const board = (next, cardsIn) => ({
    next: () => next,
    check: reading((value, bytes, first) => {
      if (cardsIn(value) !== ground.cards) return `${cardsIn(value)} cards, not ${ground.cards}`;
      return first === bytes ? null : `${bytes} bytes, first ${first}`;
    }),
  });
  const opening = (next) => ({
    next: cycle(ground.busy, next),
    check: reading((value, _bytes, _first, { deal }) => {
      const { activities, id } = value.value ?? value;
      return id === deal.id && activities.length === deal.n
        ? null
        : `${activities.length} activities of ${id}`;
    }),
  });
  const searching = (next, idsIn) => ({
    next: cycle(ground.named, next),
    check: reading((value, _bytes, _first, { deal }) =>
      idsIn(value).includes(deal.id) ? null : `nothing of "${deal.name}"`,
    ),
  });
  const moving = (deals, next) => ({
    limit: deals.length,
    next: cycle(deals, (deal) => ({
      ...next(deal, after(stages, deal.stage)),
      to: after(stages, deal.stage),
    })),
    check: reading((value, _bytes, _first, { deal, to }) => {
      const { version } = value.value ?? value;
      if (version !== deal.version + 1) return `version ${version} after ${deal.version}`;
      Object.assign(deal, { version, stage: to });
      return null;
    }, 1),
  });
  const creating = (next) => {
    const company = cycle(ground.companies, ({ id }) => ({ id }));
    return {
      limit: Math.max(200, ground.open.length),
      next: () => next(v7(), company().id),
      check: reading(({ value, ...own }, _bytes, _first, { id }) =>
        (value ?? own).id === id ? null : "another deal",
      ),
    };
  };
  return [
    {
      name: "board",
      product: board(read("deals.board", { processId }), ({ value }) =>
        value.columns.reduce((sum, { cards }) => sum + cards.length, 0),
      ),
      floor: board(query("/board", { org: orgId, process: processId, stages }), ({ cards }) => cards.length),
    },
    {
      name: "open",
      product: opening(({ id }) => read("deals.read", { id })),
      floor: opening(({ id }) => query("/open", { org: orgId, id })),
    },
    {
      name: "search",
      product: searching(
        ({ name }) => read("search.find", { q: name }),
        ({ value }) => value.hits.map(({ id }) => id),
      ),
      floor: searching(
        ({ name }) => query("/search", { org: orgId, q: name }),
        ({ deals }) => deals.map(({ id }) => id),
      ),
    },
    {
      name: "move",
      // With a reason, because some stages ask for one.
      product: moving(ground.open, ({ id, version }, to) =>
        write("deal.move", { id, version, to, deviation: { reason: "buyer-asked", note: null } }),
      ),
      floor: moving(ground.bare, ({ id, version }, to) =>
        bare("/move", { org: orgId, id, to, version, key: randomUUID() }),
      ),
    },
    {
      name: "create",
      product: creating((id, companyId) => {
        const amount = { minor: 1_250_000, currency: "EUR" };
        return {
          ...write("deal.create", { id, processId, title: "Made by the bench", companyId, amount }),
          id,
        };
      }),
      floor: creating((id, company) => {
        const made = { title: "Made by the bench", minor: 1_250_000, owner: memberId, stage: stages[0] };
        const where = { org: orgId, process: processId, version: versionId, key: randomUUID() };
        return { ...bare("/create", { id, company, ...made, ...where }), id };
      }),
    },
  ];
}

/** The stage after this one; after the last comes the first. */
const after = (stages, stage) => stages[(stages.indexOf(stage) + 1) % stages.length];

/** Goes round `items`; each request carries its item as `deal`. */
function cycle(items, next) {
  let at = 0;
  return () => {
    const deal = items[at++ % items.length];
    return { ...next(deal), deal };
  };
}

/** A check of answers: 200 always, `wrong(value, bytes, first, request)` on some of them, which says what is wrong. */
function reading(wrong, every = READ_EVERY) {
  let seen = 0;
  let first;
  return (answer, request) => {
    if (answer.status !== 200)
      throw new Error(`${request.path} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
    first ??= answer.bytes;
    if (seen++ % every) return;
    const problem = wrong(JSON.parse(answer.text), answer.bytes, first, request);
    if (problem) throw new Error(`${request.path} gave a wrong answer: ${problem}`);
  };
}
