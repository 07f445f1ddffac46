import "server-only";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { type ApiKeyCaller, apiKeyCaller, noteApiKeyUse } from "@/lib/platform/auth/api-key";
import { execute, read } from "@/lib/platform/execute";
import { log } from "@/lib/platform/log";
import type { Command, Read, Result } from "@/lib/platform/verb";
import { readJsonBody } from "./body";
import { fromCursor, inputProperties, namesIn, readParameter } from "./parameters";
import { respondProblem } from "./problem";
import { repeatableId } from "./repeatable-id";
import { toJson } from "./respond";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One request, with its key read and its input put together but not yet checked. */
export type Call = {
  readonly caller: ApiKeyCaller;
  readonly input: unknown;
  readonly request: Request;
  /** Idempotency key: a repeat gives the first answer. */
  readonly key: string | undefined;
};

/** What the document says about an endpoint and the door needs to serve it. */
export type EndpointSpec = {
  readonly method: Method;
  /** Below /api/v1, with `{name}` for parts that vary. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Query parameters that are cursors: opaque to the client. */
  readonly cursors?: readonly string[];
  readonly status?: 200 | 201 | 202;
  /** Answer to show in the document; a test parses it. */
  readonly example?: unknown;
  /** Where the ids of a field are listed, by field: what refuses the field says so. */
  readonly found?: Readonly<Record<string, string>>;
  /** Refusals worth naming besides those of every endpoint. */
  readonly refusals?: readonly string[];
};

export type Endpoint = EndpointSpec & {
  /** Everything a client may send, wherever it stands: path, query or body. */
  readonly input: z.ZodType;
  /** What the body is: JSON of what is not in the path, the bytes of a file, or nothing. */
  readonly body: "none" | "json" | "file";
  /** The answer's schema; null for one that is no JSON. */
  readonly answer: z.ZodType | null;
  readonly run: (call: Call) => Promise<Result<unknown> | Response>;
};

/** Puts an endpoint together by hand, for bodies and answers that are no JSON. */
export const rawEndpoint = (endpoint: Endpoint): Endpoint => endpoint;

/**
 * Opens a verb to bearer keys. Its input is the verb's own schema: parts named in the path come from there, the rest
 * from the query (GET, DELETE) or the JSON body. `present` turns the verb's value into what `answer` documents. `makes` names
 * the id of what is made: a client may leave it out.
 */
export function endpoint<S extends z.ZodType, O, A extends z.ZodType>(
  verb: Read<S, O> | Command<S, O>,
  spec: EndpointSpec & {
    answer: A;
    present?: (value: Exclude<O, Refusal>) => z.input<A>;
    makes?: keyof z.input<S> & string;
  } & (Exclude<O, Refusal> extends z.input<A>
      ? unknown
      : { present: (value: Exclude<O, Refusal>) => z.input<A> }),
): Endpoint {
  const { present = (value) => value, makes, ...rest } = spec;
  const bare = spec.method === "GET" || spec.method === "DELETE" || isAllInPath(verb.input, spec.path);
  return {
    ...rest,
    input: makes ? withMadeId(verb.input, makes) : verb.input,
    body: bare ? "none" : "json",
    run: async ({ caller, input: sent, key }) => {
      const input = makes ? { [makes]: repeatableId(caller, key), ...(sent as object) } : sent;
      const result =
        verb.kind === "command"
          ? await execute(verb, caller, input, key === undefined ? {} : { key })
          : await read(verb, caller, input);
      return result.ok ? { ok: true, value: present(result.value as Exclude<O, Refusal>) } : result;
    },
  };
}

/** The same input, with an id that may be left out. */
function withMadeId(input: z.ZodType, name: string): z.ZodType {
  if (!(input instanceof z.ZodObject))
    throw new Error("what is made by a client's id has an object as input");
  return input.extend({ [name]: z.uuid().optional().meta({ description: "Made for you when left out." }) });
}

const isAllInPath = (input: z.ZodType, path: string): boolean =>
  Object.keys(inputProperties(input)).every((name) => namesIn(path).includes(name));

type Context = { params: Promise<Record<string, string | string[] | undefined>> };
export type RouteHandler = (request: Request, context: Context) => Promise<Response>;

const KEY_LENGTH = 200;
const KEY_TOO_LONG = refuse("invalid-input", {
  field: "Idempotency-Key",
  detail: `at most ${KEY_LENGTH} characters`,
});

/** The handler of one endpoint. Looks at the Authorization header only, never at a cookie. */
export function serve(endpoint: Endpoint): RouteHandler {
  return async (request, context) => {
    try {
      const caller = apiKeyCaller(request);
      if (!caller) return respondProblem(refuse("key-needed"), request);
      const input = await inputOf(endpoint, request, await context.params);
      if (isRefusal(input)) return respondProblem(input, request);
      const key = request.headers.get("idempotency-key") || undefined;
      if (key && key.length > KEY_LENGTH) return respondProblem(KEY_TOO_LONG, request);
      const result = await endpoint.run({ caller, input: input.value, request, key });
      if (!(result instanceof Response) && !result.ok)
        return respondProblem(pointing(endpoint, result.refusal), request);
      // What was asked is done: the client must not be told otherwise because the note failed.
      await noteApiKeyUse(caller, new Date()).catch((error: unknown) =>
        log.warn({ err: error }, "the use of an API key could not be noted"),
      );
      return result instanceof Response ? result : respondValue(result.value, endpoint.status ?? 200);
    } catch (error) {
      log.error({ err: error, path: endpoint.path }, "an API request failed");
      return respondProblem(refuse("failed"), request);
    }
  };
}

/** The refusal, with where the ids of its field are listed. */
function pointing({ found }: Endpoint, refusal: Refusal): Refusal {
  const list = refusal.field && found?.[refusal.field];
  if (!list) return refusal;
  const said = [refusal.params?.detail, `its ids are listed by GET /api/v1${list}`].filter(Boolean);
  return { ...refusal, params: { ...refusal.params, detail: said.join("; ") } };
}

const respondValue = (value: unknown, status: number): Response =>
  new Response(toJson(value), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  });

/** What the client sent, put together from path, query and body, in the shape of the endpoint's input. */
async function inputOf(
  { input, body, cursors = [] }: Endpoint,
  request: Request,
  params: Record<string, string | string[] | undefined>,
): Promise<{ value: unknown } | Refusal> {
  const schemas = inputProperties(input);
  const query: Record<string, unknown> = {};
  for (const [name, text] of new URL(request.url).searchParams) {
    query[name] = cursors.includes(name) ? fromCursor(text) : readParameter(text, schemas[name]);
  }
  if (body !== "json") return { value: { ...query, ...params } };
  const sent = await readJsonBody(request);
  if (isRefusal(sent)) return sent;
  const { value } = sent;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { value };
  return { value: { ...query, ...value, ...params } };
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** The exports of a route file: its endpoints, and a problem for every other method. */
export function routes(...endpoints: Endpoint[]): Record<(typeof METHODS)[number], RouteHandler> {
  const allow = endpoints.map(({ method }) => method).join(", ");
  const refused: RouteHandler = async (request) =>
    respondProblem(refuse("method-unknown", { allowed: allow }), request, { allow });
  const handlerOf = (method: string) => {
    const found = endpoints.find((each) => each.method === method);
    return found ? serve(found) : refused;
  };
  return Object.fromEntries(METHODS.map((method) => [method, handlerOf(method)])) as ReturnType<
    typeof routes
  >;
}
