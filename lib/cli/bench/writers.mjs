import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { connect } from "./client.mjs";
import { inexact, movesOf } from "./exact.mjs";

const WRITERS = 8;
const DEALS = 25;
const WRITES = 480;

/**
 * Lets eight writers move the same few deals about, and now and then make a new one, through the product; then counts
 * what does not add up. Gives the writes that were accepted, those refused as stale, and the rows that break each rule.
 */
export async function contend({ address, ownerUrl, world, ground }) {
  const deals = ground.open.slice(0, DEALS);
  const before = await movesOf(ownerUrl, world.orgId);
  const count = { moved: 0, made: 0, stale: 0 };
  let left = WRITES;
  const post = (connection, verb, input) =>
    connection.send({
      method: "POST",
      path: `/api/org/${world.slug}/${verb}`,
      headers: {
        cookie: `next-auth.session-token=${world.token}`,
        "sec-fetch-site": "same-origin",
        "content-type": "application/json",
        "idempotency-key": randomUUID(),
      },
      body: JSON.stringify(input),
    });
  const write = async (connection, turn) => {
    if (turn % 6 === 5) {
      const amount = { minor: 990_00 + turn, currency: "EUR" };
      const input = { id: v7(), processId: world.processId, title: "Made in a crowd", amount };
      const made = await post(connection, "deal.create", input);
      if (made.status !== 200)
        throw new Error(`deal.create answered ${made.status}: ${made.text.slice(0, 300)}`);
      count.made++;
      return;
    }
    const deal = deals[Math.floor(turn / 2) % deals.length]; // two turns in a row meet at one deal
    const to = world.stages.filter((stage) => stage !== deal.stage)[turn % (world.stages.length - 1)];
    const deviation = { reason: "buyer-asked", note: null };
    const answer = await post(connection, "deal.move", { id: deal.id, version: deal.version, to, deviation });
    const { value, refusal } = JSON.parse(answer.text);
    if (answer.status === 200) {
      count.moved++;
      // answers may overtake each other: the highest version is the latest
      if (value.version > deal.version) Object.assign(deal, { version: value.version, stage: to });
    } else if (refusal?.code === "stale") {
      count.stale++;
      const { version, stageKey } = refusal.current;
      if (version > deal.version) Object.assign(deal, { version, stage: stageKey });
    } else throw new Error(`deal.move answered ${answer.status}: ${answer.text.slice(0, 300)}`);
  };
  const work = async () => {
    const connection = connect(address);
    try {
      while (left-- > 0) await write(connection, left);
    } finally {
      connection.close();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, work));
  const moves = (await movesOf(ownerUrl, world.orgId)) - before;
  return {
    ...count,
    broken: { ...(await inexact(ownerUrl, world.orgId)), events: Math.abs(moves - count.moved) },
  };
}
