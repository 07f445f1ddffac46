import path from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { VERBS } from "@/lib/features/registry";
import { newApiKey } from "@/lib/platform/auth/api-key";
import { cookieName, startSession, tokenHash } from "@/lib/platform/auth/session";
import { withNewTenant } from "@/lib/platform/db/tenant";
import { newId } from "@/lib/platform/id";
import { dryRun } from "./dry-run";
import { fingerprint, type Ground, type Ids, newGround } from "./ground";
import { kindOf, type RouteFile, routeFiles } from "./routes";
import { SAMPLES } from "./samples";

// The cookies of the request that a page or route believes to serve.
const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: () => {},
  }),
  headers: async () => new Headers(),
}));
// Words are of no interest here: a text is its key and whatever is filled in.
vi.mock("next-intl/server", () => {
  const translate = Object.assign(
    (key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`,
    {
      rich: (key: string) => key,
      has: () => true,
      raw: (key: string) => key,
    },
  );
  return {
    getTranslations: async () => translate,
    getLocale: async () => "en",
    getMessages: async () => ({}),
    getFormatter: async () => ({}),
    getTimeZone: async () => "Europe/Amsterdam",
  };
});

let home: Ground;
let foreign: Ground;
let apiKey: string;
let before: string[];
const fingerprints = () => Promise.all([home, foreign].map(({ world }) => fingerprint(world.org.id)));

beforeAll(async () => {
  home = await newGround();
  foreign = await newGround();
  jar.set(cookieName(), await startSession(home.world.owner.userId, new Date()));
  const made = newApiKey();
  apiKey = made.key;
  const orgId = home.world.org.id;
  const row = {
    id: newId(),
    keyHash: tokenHash(made.key),
    prefix: made.prefix,
    name: "Probe",
    role: "owner",
  };
  await withNewTenant(orgId, (tx) =>
    tx.apiKey.create({ data: { orgId, ...row, createdBy: home.world.owner.id } }),
  );
  // Using the key writes the day of its use; that is no leak.
  await withNewTenant(orgId, (tx) => tx.apiKey.updateMany({ data: { lastUsedOn: new Date("2099-01-01") } }));
  before = await fingerprints();
});

const idsOf = (ground: Ground): Ids => ({ ...ground.ids, ...ground.deals.owner });

/** The input with one id of ours replaced by the other organisation's, once for every id in it. */
function swaps(input: unknown, ours: Ids, theirs: Ids): { at: string; input: unknown }[] {
  const text = JSON.stringify(input);
  return (Object.keys(ours) as (keyof Ids)[])
    .filter((name) => text.includes(ours[name]))
    .map((name) => ({ at: name, input: JSON.parse(text.replaceAll(ours[name], theirs[name])) }));
}

describe("another organisation's id", () => {
  it("finds nothing in any field of any verb, and changes nothing", async () => {
    let probes = 0;
    for (const verb of VERBS.values()) {
      const input = SAMPLES[verb.name]?.(idsOf(home));
      for (const probe of swaps(input, idsOf(home), idsOf(foreign))) {
        probes++;
        const told = await dryRun(verb, home.world.owner.caller, probe.input);
        const at = `${verb.name} with a foreign ${probe.at}: ${told.text.slice(0, 300)}`;
        expect(told.text, at).not.toContain(foreign.mark);
        if (verb.kind === "command") expect(told.outcome, at).not.toBe("done");
      }
    }
    expect(probes).toBeGreaterThan(70);
    expect(await fingerprints()).toEqual(before);
  });

  it("is told apart from one of ours: the same inputs work at home", async () => {
    for (const verb of VERBS.values()) {
      const told = await dryRun(verb, home.world.owner.caller, SAMPLES[verb.name]?.(idsOf(home)));
      expect(told.outcome, verb.name).toBe("done");
    }
  });
});

/** The value of an address's parameter; what a folder's `[id]` stands for is said by the folder above it. */
function paramsOf({ file, params }: RouteFile, { world, ids, deals }: Ground): Record<string, unknown> {
  const kinds: Record<string, string> = {
    org: world.org.slug,
    "deals/[id]": deals.owner.deal,
    "calls/[callId]": deals.owner.call,
    "calls/[id]": deals.owner.call,
    "companies/[id]": ids.company,
    "contacts/[id]": ids.contact,
    "steps/[stepKey]": "first-step",
    "criteria/[criterionKey]": "first-exit",
    "processes/[id]": ids.process,
    "processes/[processId]": ids.process,
    "start/[id]": ids.process,
    "maturity/[process]": ids.process,
    "maturity/[processId]": ids.process,
    "imports/[id]": ids.mappedImport,
    "invitation/[token]": "no-such-token-of-any-invitation",
  };
  const asked = Object.fromEntries(
    params.map((name) => {
      const folder = file.split("/").indexOf(`[${name}]`);
      const value =
        kinds[
          file
            .split("/")
            .slice(folder - 1, folder + 1)
            .join("/")
        ] ?? kinds[name];
      if (value === undefined) throw new Error(`${file}: no probe knows what [${name}] stands for`);
      return [name, value];
    }),
  );
  // What an address without parameters may be asked about.
  return { deal: deals.owner.deal, ...asked };
}

type Seen = { readonly outcome: "shown" | "not-found" | "redirect"; readonly text: string };

/** Everything an element tree says: the props of every element, and what async components of the page give. */
async function textOf(node: unknown, seen = new Set<unknown>()): Promise<string> {
  if (typeof node !== "object" || node === null) return typeof node === "function" ? "" : String(node ?? "");
  if (seen.has(node)) return "";
  seen.add(node);
  const { type, props } = node as { type?: unknown; props?: unknown };
  if (typeof type === "function" && type.constructor.name === "AsyncFunction")
    return textOf(await (type as (props: unknown) => Promise<unknown>)(props), seen);
  const parts = await Promise.all(Object.values(node).map((value) => textOf(value, seen)));
  return parts.join(" ");
}

/** What a page must be asked besides its address. */
const SEARCHES: Record<string, Record<string, string>> = {
  "app/[org]/insights/pipeline/deals/page.tsx": { of: '{"drill":{"asOf":"2026-11-25","status":"open"}}' },
};

/** Every word that a page might read from its address, pointing at things of one organisation. */
const pointing = ({ ids }: Ground): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ process: ids.process, owner: ids.member, team: ids.team, product: ids.product }).flatMap(
      ([name, id]) => [
        [name, id],
        [`${name}Id`, id],
      ],
    ),
  );

async function visit(route: RouteFile, params: Record<string, unknown>, search = {}): Promise<Seen> {
  const module = (await import(path.resolve(route.file))) as { default: (props: object) => Promise<unknown> };
  const searchParams = Promise.resolve({ ...SEARCHES[route.file], ...search });
  try {
    const shown = await module.default({ params: Promise.resolve(params), searchParams, children: null });
    return { outcome: "shown", text: await textOf(shown) };
  } catch (error) {
    const digest = String((error as { digest?: unknown }).digest ?? "");
    if (digest.startsWith("NEXT_REDIRECT")) return { outcome: "redirect", text: digest };
    if (digest.includes("404")) return { outcome: "not-found", text: "" };
    throw error;
  }
}

const ROUTES = routeFiles();
const PAGES = ROUTES.filter(({ kind }) => kind === "page" || kind === "layout");
const inOrg = PAGES.filter(({ file }) => file.startsWith("app/[org]/"));

describe("every page", () => {
  it("is of a kind that is probed", () => {
    expect(ROUTES.filter(({ kind }) => kind === "unknown")).toEqual([]);
    expect(inOrg.length).toBeGreaterThan(15);
    expect(kindOf("app/[org]/deals/panel.tsx")).toBe("unknown");
    expect(kindOf("app/[org]/@modal/page.ts")).toBe("unknown");
  });

  it.each(inOrg.map((route) => [route.file, route] as const))(
    "%s opens for its own people only",
    async (_, route) => {
      const ours = paramsOf(route, home);
      const theirs = paramsOf(route, foreign);
      const own = await visit(route, ours);
      expect(own.outcome).not.toBe("not-found");
      const away = await visit(route, theirs);
      // A layout may be a frame without anything of the organisation in it; a page never is.
      if (route.kind === "page" && own.outcome === "shown")
        expect(away.outcome, "another organisation's address").toBe("not-found");
      expect(away.text).not.toContain(foreign.mark);
      const pointed = await visit(route, ours, pointing(foreign));
      expect(pointed.text, "another organisation's ids in the query").not.toContain(foreign.mark);
      for (const name of route.params.slice(1)) {
        const mixed = await visit(route, { ...ours, [name]: theirs[name] });
        expect(mixed.outcome, `another organisation's ${name}`).toBe("not-found");
      }
      expect(await fingerprints()).toEqual(before);
    },
    60_000,
  );

  it("shows what is ours, so that a leak would be seen", async () => {
    const deal = inOrg.find(({ file }) => file.endsWith("deals/[id]/page.tsx"));
    if (!deal) throw new Error("the page of a deal is gone");
    expect((await visit(deal, paramsOf(deal, home))).text).toContain(home.mark);
  });
});

/** Doors that have no organisation in their address, or pick a verb by name: what they open is probed above. */
const VERB_DOORS = ["app/api/org/[org]/[verb]/route.ts", "app/api/account/[verb]/route.ts"];
const OPEN_ROUTES = [
  "app/api/auth/[...nextauth]/route.ts",
  "app/api/health/route.ts",
  "app/api/v1/openapi.json/route.ts",
  "app/api/v1/[...rest]/route.ts",
];
const SESSION_ROUTES = [
  "app/api/org/[org]/deals/file/route.ts",
  "app/api/org/[org]/imports/[id]/file/route.ts",
  "app/api/org/[org]/imports/[id]/rejects/route.ts",
];
const of = (files: readonly string[]) => ROUTES.filter(({ file }) => files.includes(file));
const API = ROUTES.filter(
  ({ kind, file }) => kind === "route" && ![...VERB_DOORS, ...OPEN_ROUTES, ...SESSION_ROUTES].includes(file),
);

type Handler = (request: Request, context: { params: Promise<Record<string, unknown>> }) => Promise<Response>;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** What an address must ask for besides its path. */
const QUERIES: Record<string, string> = {
  "app/api/v1/calls/route.ts": "?dealId=[deal]",
  "app/api/v1/insights/maturity/[processId]/rows/route.ts": "?gate=defined",
  "app/api/v1/insights/pipeline/deals/route.ts": `?drill=${encodeURIComponent('{"asOf":"2026-11-25","status":"open"}')}`,
};

async function call(
  route: RouteFile,
  method: string,
  { deal, ...params }: Record<string, unknown>,
  key: string | null,
) {
  const handlers = (await import(path.resolve(route.file))) as Record<string, Handler | undefined>;
  const address = `${route.file.slice(3, -"/route.ts".length)}${QUERIES[route.file] ?? ""}`.replace(
    /\[([^\]]+)\]/g,
    (_, name) => String(name === "deal" ? deal : params[name]),
  );
  const request = new Request(`http://localhost:3000${address}`, {
    method,
    headers: {
      "content-type": "application/json",
      "sec-fetch-site": "same-origin",
      ...(key && { authorization: `Bearer ${key}` }),
    },
    ...(method !== "GET" && { body: JSON.stringify({ version: 1 }) }),
  });
  const response = await handlers[method]?.(request, { params: Promise.resolve(params) });
  return response && { status: response.status, text: await response.text() };
}

describe("every API route", () => {
  it.each(API.map((route) => [route.file, route] as const))(
    "%s answers with its own organisation only",
    async (_, route) => {
      let answered = 0;
      let writesOnly = false;
      for (const method of METHODS) {
        expect(
          (await call(route, method, paramsOf(route, home), null))?.status ?? 401,
          method,
        ).toBeGreaterThan(400);
        // Whether a write works at home is its own tests' matter: here nothing may change.
        const own = method === "GET" ? await call(route, method, paramsOf(route, home), apiKey) : undefined;
        if (own && own.status < 400) answered++;
        if (own?.status === 405) writesOnly = true;
        const theirs = await call(route, method, paramsOf(route, foreign), apiKey);
        expect(theirs?.text ?? "", method).not.toContain(foreign.mark);
        if (theirs && route.params.length) expect(theirs.status, method).toBeGreaterThanOrEqual(400);
      }
      expect(answered > 0 || writesOnly).toBe(true);
      expect(await fingerprints()).toEqual(before);
    },
  );
});

describe("every route for a browser's session", () => {
  it.each(of(SESSION_ROUTES).map((route) => [route.file, route] as const))(
    "%s answers nobody without one, and nothing of another organisation",
    async (file, route) => {
      expect(SESSION_ROUTES).toContain(file);
      const method = file.includes("[id]/file/") ? "POST" : "GET";
      const theirs = await call(
        route,
        method,
        { ...paramsOf(route, foreign), org: home.world.org.slug },
        null,
      );
      // What names nothing of theirs is the own organisation's.
      expect(theirs?.status).toBe(route.params.includes("id") ? 404 : 200);
      expect(theirs?.text).not.toContain(foreign.mark);
      const elsewhere = await call(route, method, paramsOf(route, foreign), null);
      expect(elsewhere?.status).toBe(404);
      const session = new Map(jar);
      jar.clear();
      expect((await call(route, method, paramsOf(route, home), null))?.status).toBe(401);
      for (const [name, value] of session) jar.set(name, value);
      if (method === "GET")
        expect((await call(route, method, paramsOf(route, home), null))?.status).toBe(200);
      expect(await fingerprints()).toEqual(before);
    },
  );
});

describe("the negative control", () => {
  it("leaks when the organisation is set for the session instead of the transaction", async () => {
    const pool = new pg.Pool({ connectionString: process.env.APP_DATABASE_URL, max: 1 });
    try {
      const set = (local: boolean) =>
        pool.query("select set_config('app.org_id', $1, $2)", [foreign.world.org.id, local]);
      const read = async () => (await pool.query("select name from company")).rows.map(({ name }) => name);
      expect(await read()).toEqual([]);
      await set(true);
      expect(await read()).toEqual([]);
      await set(false);
      // The next request on this connection never said who it is.
      expect(await read()).toContain(foreign.mark);
    } finally {
      await pool.end();
    }
  });
});
