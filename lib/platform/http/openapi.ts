import "server-only";
import type { z } from "zod";
import type { Endpoint } from "./endpoint";
import { inputProperties, isStructured, jsonSchemaOf, mayBeEmpty, namesIn } from "./parameters";
import { PROBLEM_TYPE, Problem } from "./problem";

type Json = { [key: string]: unknown };
export type OpenApi = {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  security: Json[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Json>>;
  components: { schemas: Record<string, Json> } & Json;
};

/** What every endpoint may answer besides its own. */
const COMMON = ["key-needed", "not-allowed", "not-found", "invalid-input", "failed", "busy"];
const CHANGES = ["stale", "already-there", "repeat-differs"];

const RETRY_AFTER = {
  description:
    "Seconds after which to send the same request again; with `busy` (503) and `too-many-attempts` (429).",
  schema: { type: "integer" },
};

const PARAMETERS = {
  AcceptLanguage: {
    name: "Accept-Language",
    in: "header",
    description: "Language of a problem's title.",
    schema: { type: "string", enum: ["en", "nl"], default: "en" },
  },
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    description:
      "Any text of your own: sending the same request again with it gives the first answer and changes nothing.",
    schema: { type: "string", maxLength: 200 },
  },
};

/** The API's own description, made from the schemas that check its input and shape its answers. */
export function openApi(
  endpoints: readonly Endpoint[],
  about: Pick<OpenApi, "info" | "servers" | "tags">,
): OpenApi {
  const schemas: Record<string, Json> = {};
  const use = (schema: z.ZodType): Json => hoisted(jsonSchemaOf(schema) as Json, schemas);
  use(Problem);
  const paths: OpenApi["paths"] = {};
  for (const endpoint of endpoints) {
    const method = endpoint.method.toLowerCase();
    paths[endpoint.path] = { ...paths[endpoint.path], [method]: operation(endpoint, use) };
  }
  return {
    openapi: "3.1.0",
    ...about,
    security: [{ key: [] }],
    paths,
    components: {
      schemas,
      parameters: PARAMETERS,
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key of the organisation: `koers_…`." },
      },
    },
  };
}

/** Moves named schemas to the document's components and points at them there. */
function hoisted(schema: Json, into: Record<string, Json>): Json {
  const { $schema: _, $defs, ...rest } = pointed(schema) as Json & { $defs?: Record<string, Json> };
  Object.assign(into, $defs);
  const { id } = rest;
  if (typeof id !== "string") return rest;
  const { id: __, ...named } = rest;
  into[id] = named;
  return { $ref: `#/components/schemas/${id}` };
}

function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === "$ref" ? String(each).replace("#/$defs/", "#/components/schemas/") : pointed(each),
    ]),
  );
}

function operation(endpoint: Endpoint, use: (schema: z.ZodType) => Json): Json {
  const { method, path, tag, summary, description, body, refusals = [] } = endpoint;
  const properties = inputProperties(endpoint.input);
  const required = (jsonSchemaOf(endpoint.input).required ?? []) as string[];
  const inPath = namesIn(path);
  const inQuery = body === "json" ? [] : Object.keys(properties).filter((name) => !inPath.includes(name));
  const parameters: Json[] = [
    ...inPath.map((name) => ({
      name,
      in: "path",
      required: true,
      schema: properties[name] ?? { type: "string" },
    })),
    ...inQuery.map((name) => queryParameter(name, properties[name] ?? {}, required.includes(name), endpoint)),
    { $ref: "#/components/parameters/AcceptLanguage" },
  ];
  if (method !== "GET") parameters.push({ $ref: "#/components/parameters/IdempotencyKey" });
  return {
    operationId: idOf(endpoint),
    tags: [tag],
    summary,
    ...(description && { description }),
    parameters,
    ...(body !== "none" && { requestBody: bodyOf(endpoint, inPath) }),
    responses: {
      [endpoint.status ?? 200]: {
        description: "Done.",
        content: answerOf(endpoint, use),
      },
      default: {
        description: `A problem; \`code\` is one of ${[
          ...COMMON,
          ...(method === "GET" ? [] : CHANGES),
          ...refusals,
        ]
          .map((code) => `\`${code}\``)
          .join(", ")}, or another refusal of what was sent.`,
        headers: { "Retry-After": RETRY_AFTER },
        content: { [PROBLEM_TYPE]: { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

const idOf = ({ method, path }: Endpoint): string =>
  `${method.toLowerCase()}${path.replace(/[/{}-]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`;

function queryParameter(name: string, schema: Json, required: boolean, { cursors = [] }: Endpoint): Json {
  if (cursors.includes(name)) {
    const description = "Where to go on: `next` of the page before.";
    return { name, in: "query", required: false, description, schema: { type: "string" } };
  }
  const about = { name, in: "query", required };
  if (isStructured(schema)) return { ...about, content: { "application/json": { schema } } };
  return mayBeEmpty(schema)
    ? { ...about, schema, allowEmptyValue: true, description: "Empty means none." }
    : { ...about, schema };
}

function bodyOf({ input, body }: Endpoint, inPath: readonly string[]): Json {
  if (body === "file") {
    return {
      required: true,
      content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
    };
  }
  const { $schema: _, ...schema } = jsonSchemaOf(input) as Json & { required?: string[]; properties?: Json };
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => !inPath.includes(name));
  const required = (schema.required ?? []).filter((name) => !inPath.includes(name));
  return {
    required: true,
    content: {
      "application/json": { schema: { ...schema, properties: Object.fromEntries(properties), required } },
    },
  };
}

function answerOf({ answer, example }: Endpoint, use: (schema: z.ZodType) => Json): Json {
  if (!answer) return { "text/csv": { schema: { type: "string" } } };
  return { "application/json": { schema: use(answer), ...(example !== undefined && { example }) } };
}
