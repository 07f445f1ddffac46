import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import * as verbRoute from "@/app/api/org/[org]/[verb]/route";
import * as closeRoute from "@/app/api/v1/deals/[id]/close/route";
import * as moveRoute from "@/app/api/v1/deals/[id]/move/route";
import * as dealsRoute from "@/app/api/v1/deals/route";
import { reach } from "@/lib/domain/policy/permissions";
import type { CloseReason, Deviation, Outcome } from "@/lib/domain/run/events";
import { changeManyDeals, closeDeal, moveDeal } from "@/lib/features/deals/commands";
import { dealsFile } from "@/lib/features/deals/file";
import type { ChangeMany } from "@/lib/features/deals/input";
import { dealsBoard, dealsIds, dealsList } from "@/lib/features/deals/queries";
import type { BoardData, ChangedMany } from "@/lib/features/deals/view";
import { createImport } from "@/lib/features/imports/commands";
import { importsRejects } from "@/lib/features/imports/queries";
import { VERBS } from "@/lib/features/registry";
import { execute, read, readJson } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import { deliver } from "@/lib/platform/outbox/deliver";
import type { Entry } from "@/lib/platform/outbox/entry";
import type { Command, Result } from "@/lib/platform/verb";
import { Importing } from "@/tests/features/imports-support";
import { ask } from "./api";
import { signIn } from "./cookie";
import { NOW, type OrgWorld, type Person } from "./world";

/** Where deals are changed or shown. */
export const PATHS = ["board", "list", "bulk", "import", "API", "offline queue", "server action"] as const;
export type Path = (typeof PATHS)[number];

export type Deal = { readonly id: string; readonly version: number };
export type Turn = Deal & { readonly why?: Deviation };
export type Closing = Turn & { readonly outcome: Outcome; readonly reason: CloseReason | null };

/** One way in, as one person goes it. A change answers with what refused it, or null when it was made. */
export type Door = {
  readonly move: (turn: Turn & { readonly to: string }) => Promise<string | null>;
  /** Absent: a deal does not end there. */
  readonly close?: (closing: Closing) => Promise<string | null>;
  /** Which of these deals are there for that person. */
  readonly shows: (ids: readonly string[]) => Promise<string[]>;
  /** False where one cannot say why: what the process wants a reason for is then not done. */
  readonly asksWhy: boolean;
  /** Why in its own form: a file has a text only. */
  readonly says?: Deviation;
  /** What it says of a closed deal that is to move: a file leaves it as it is. */
  readonly closed: "run-closed" | "same";
};

/** Where the doors are, and who goes through them; the key of the API is nobody's. */
type Place = {
  readonly world: OrgWorld;
  readonly processId: string;
  readonly key: string;
  readonly who: "manager" | "rep";
};
const personOf = ({ world, who }: Place): Person => world[who];
const clock = { now: NOW };
const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code);
function must<O>(result: Result<O>): O {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const board: (place: Place) => Door = (place) => ({
  asksWhy: true,
  closed: "run-closed",
  move: async ({ id, version, to, why = null }) =>
    codeOf(await execute(moveDeal, personOf(place).caller, { id, version, to, deviation: why }, clock)),
  close: async ({ why = null, ...input }) =>
    codeOf(await execute(closeDeal, personOf(place).caller, { ...input, deviation: why }, clock)),
  async shows(ids) {
    const { processId } = place;
    const data = JSON.parse(must(await readJson(dealsBoard, personOf(place).caller, { processId }, clock)));
    const cards = (data as BoardData).columns.flatMap((column) => column.cards);
    return ids.filter((id) => cards.some((card) => card.id === id));
  },
});

async function many(place: Place, changes: ChangeMany): Promise<(string | null)[]> {
  const result = await execute(changeManyDeals, personOf(place).caller, changes, clock);
  // What holds for all of them refuses the whole.
  if (!result.ok) return changes.deals.map(() => result.refusal.code);
  const { refused, same } = result.value as ChangedMany;
  return changes.deals.map(
    ({ id }) => refused.find((each) => each.id === id)?.refusal.code ?? (same.includes(id) ? "same" : null),
  );
}

const list: (place: Place) => Door = (place) => ({
  asksWhy: true,
  closed: "run-closed",
  async move({ id, version, to, why = null }) {
    const [code] = await many(place, { deals: [{ id, version, stageKey: to }], deviation: why });
    return code ?? null;
  },
  async shows(ids) {
    const { caller } = personOf(place);
    const { rows } = must(await read(dealsList, caller, { status: "all", limit: 200 }, clock));
    const file = await textOf(place);
    const there = ids.filter((id) => rows.some((row) => row.id === id));
    for (const id of ids)
      if (file.includes(id) !== there.includes(id)) throw new Error("the list and its file differ");
    return there;
  },
});

/** Moved with another one that stands by, so that one refusal never speaks for the other. */
const bulk: (place: Place, companion: () => Promise<Deal>) => Door = (place, companion) => ({
  asksWhy: true,
  closed: "run-closed",
  async move({ id, version, to, why = null }) {
    const other = await companion();
    const deals = [other, { id, version }].map((each) => ({ ...each, stageKey: to }));
    const [beside, code] = await many(place, { deals, deviation: why });
    if (to !== "won" && beside !== null && beside !== code)
      throw new Error(`the other one was refused: ${beside}`);
    return code ?? null;
  },
  async shows(ids) {
    const { deals } = must(await read(dealsIds, personOf(place).caller, { status: "all" }, clock));
    return ids.filter((id) => deals.some((deal) => deal.id === id));
  },
});

/** The file of all deals that somebody sees. */
async function textOf(place: Place, by = personOf(place)): Promise<string> {
  const file = await dealsFile(by.caller, { status: "all" }, "en", NOW);
  if ("code" in file) throw new Error(file.code);
  const parts: Uint8Array[] = [];
  for await (const part of file.body) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

/** Takes rows out of the owner's file, changes cells of them and imports that; gives what became of each. */
async function reimport(place: Place, ids: readonly string[], cells: Record<string, string>) {
  if (!reach(place.who, "import.run")) {
    const begin = { id: newId(), kind: "deals", fileName: "deals.csv" };
    const code = codeOf(await execute(createImport, personOf(place).caller, begin as never, clock));
    return { codes: new Map(ids.map((id) => [id, code ?? ""])), updated: 0, created: 0 };
  }
  const text = await textOf(place, place.world.owner);
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  const taken = rows.filter(({ ID }) => ID && ids.includes(ID)).map((row) => ({ ...row, ...cells }));
  const importing = await Importing.all(place.world, "deals", stringify(taken, { header: true }));
  const { counts } = await importing.view();
  const { rows: rejects } = must(
    await read(importsRejects, importing.caller, { id: importing.id, after: 0, limit: 50 }, clock),
  );
  // What the dry run said is what was done.
  if (counts.check?.rejected !== counts.apply?.rejected) throw new Error("the dry run said otherwise");
  const codes = new Map(rejects.map(({ values, problems }) => [values[0], problems[0]?.code ?? ""]));
  return { codes, updated: counts.apply?.updated ?? 0, created: counts.apply?.created ?? 0 };
}

const file: (place: Place) => Door = (place) => {
  const change = async (id: string, cells: Record<string, string>) => {
    const { codes, updated, created } = await reimport(place, [id], cells);
    if (created > 0) throw new Error("the deal was made a second time");
    // To the one who imports it, a deal that they do not see is as good as not there.
    const code = codes.get(id);
    return code ? (code === "not-seen" ? "not-found" : code) : updated > 0 ? null : "same";
  };
  const reasons: Record<string, string> = { price: "Price" };
  return {
    asksWhy: true,
    says: { reason: null, note: "They asked for it" },
    closed: "same",
    move: ({ id, to, why }) => change(id, { Stage: to, ...(why && { "Close reason": why.note ?? "" }) }),
    close: ({ id, outcome, reason }) =>
      change(id, {
        Outcome: outcome === "won" ? "Won" : "Lost",
        "Closed on": "2026-11-25",
        "Close reason": reasons[reason ?? ""] ?? "",
      }),
    async shows(ids) {
      const { codes } = await reimport(place, ids, {});
      return ids.filter((id) => !codes.has(id));
    },
  };
};

const api: (place: Place) => Door = ({ key }) => {
  const post = async (route: Record<string, unknown>, { id, ...body }: { id: string }) => {
    const { status, body: told } = await ask(route, { id }, { key, method: "POST", body });
    return status < 300 ? null : (told as { code: string }).code;
  };
  return {
    asksWhy: true,
    closed: "run-closed",
    move: ({ why = null, ...turn }) => post(moveRoute, { ...turn, deviation: why } as { id: string }),
    close: ({ why = null, ...turn }) => post(closeRoute, { ...turn, deviation: why } as { id: string }),
    async shows(ids) {
      const { body } = await ask(dealsRoute, {}, { key, query: { status: "all", limit: "200" } });
      const { deals } = body as { deals: { id: string }[] };
      return ids.filter((id) => deals.some((deal) => deal.id === id));
    },
  };
};

/** What waited on a device, sent once there is a connection: whatever verb it holds. */
const queue: (place: Place) => Door = (place) => {
  const { org } = place.world;
  const person = personOf(place);
  const sent = async (verb: string, input: Record<string, unknown>) => {
    const entry: Entry = {
      id: newId(),
      org: org.slug,
      member: person.id,
      madeAt: NOW.toISOString(),
      verb,
      input,
      about: "",
      what: "",
      state: "waiting",
      refusal: null,
      tries: 0,
    };
    const kept = new Map([[entry.id, entry]]);
    const shelf = {
      waiting: async () => [...kept.values()],
      remove: async (id: string) => void kept.delete(id),
      change: async (id: string, change: Partial<Entry>) => {
        kept.set(id, { ...entry, ...change });
      },
    };
    await deliver(shelf, (each) =>
      execute(VERBS.get(each.verb) as Command, person.caller, each.input, {
        ...clock,
        key: each.id,
        member: each.member,
      }),
    );
    const left = kept.get(entry.id);
    // What is refused stays with its reason, for its person to mend.
    if (left && left.state !== "refused") throw new Error("a refused entry would be sent for ever");
    return left?.refusal?.code ?? null;
  };
  return {
    asksWhy: true,
    closed: "run-closed",
    move: ({ why = null, ...turn }) => sent("deal.move", { ...turn, deviation: why }),
    close: ({ why = null, ...closing }) => sent("deal.close", { ...closing, deviation: why }),
    async shows(ids) {
      const there = [];
      for (const id of ids)
        if ((await sent("deal.log-activity", { id, activityId: newId(), kind: "note" })) !== "not-found")
          there.push(id);
      return there;
    },
  };
};

/** What the pages call: a verb by name over HTTP, with the cookie of a session. The test has to say where the cookie is (`headers`). */
const action: (place: Place) => Door = (place) => {
  const { slug } = place.world.org;
  const at = (verb: string) => ({ params: Promise.resolve({ org: slug, verb }) });
  const answer = async (response: Response): Promise<Result<unknown>> => {
    const result = (await response.json()) as Result<unknown>;
    // The status says the same to whoever looks at nothing else.
    if (result.ok !== response.ok) throw new Error(`${response.status} for ${JSON.stringify(result)}`);
    return result;
  };
  const post = async (verb: string, input: object) => {
    await signIn(personOf(place).userId);
    const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
    const request = new Request(`http://localhost/api/org/${slug}/${verb}`, {
      ...{ method: "POST", headers, body: JSON.stringify(input) },
    });
    return codeOf(await answer(await verbRoute.POST(request, at(verb))));
  };
  return {
    asksWhy: true,
    closed: "run-closed",
    move: ({ why = null, ...turn }) => post("deal.move", { ...turn, deviation: why }),
    close: ({ why = null, ...closing }) => post("deal.close", { ...closing, deviation: why }),
    async shows(ids) {
      await signIn(personOf(place).userId);
      const there = [];
      for (const id of ids) {
        const query = new URLSearchParams({ input: JSON.stringify({ id }) });
        const request = new Request(`http://localhost/api/org/${slug}/deals.read?${query}`);
        if (codeOf(await answer(await verbRoute.GET(request, at("deals.read")))) === null) there.push(id);
      }
      return there;
    },
  };
};

/** Every door of a place. `companion` makes a deal that may be moved anywhere. */
export const doorsOf = (place: Place, companion: () => Promise<Deal>): Record<Path, Door> => ({
  board: board(place),
  list: list(place),
  bulk: bulk(place, companion),
  import: file(place),
  API: api(place),
  "offline queue": queue(place),
  "server action": action(place),
});
