import "server-only";
import { z } from "zod";

type Json = z.core.JSONSchema.BaseSchema;

/** JSON Schema of an input, as a client sends it. Patterns that only repeat a format are left out. */
export const jsonSchemaOf = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern;
      delete jsonSchema.readOnly;
    },
  });

const kept = new WeakMap<z.ZodType, Record<string, Json>>();

/** The properties of an object input by name; empty when it is no object. */
export function inputProperties(input: z.ZodType): Record<string, Json> {
  const known = kept.get(input);
  if (known) return known;
  const properties = (jsonSchemaOf(input).properties ?? {}) as Record<string, Json>;
  kept.set(input, properties);
  return properties;
}

const typesOf = (schema: Json): (string | undefined)[] =>
  schema.anyOf ? (schema.anyOf as Json[]).flatMap(typesOf) : [schema.type].flat();

/** The names that vary in a path written as `/deals/{id}`. */
export const namesIn = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");

/** Whether a property is written in an address as JSON text, because it is more than one value. */
export const isStructured = (schema: Json): boolean =>
  typesOf(schema).some((type) => type === "object" || type === "array");

/** Whether a property may be null, which an address says by leaving the value empty. */
export const mayBeEmpty = (schema: Json): boolean => typesOf(schema).includes("null");

/**
 * A query parameter as the value its schema means. What does not fit stays text, so that the verb's own schema
 * refuses it in its own words.
 */
export function readParameter(text: string, schema: Json | undefined): unknown {
  if (!schema) return text;
  const types = typesOf(schema);
  if (text === "" && types.includes("null")) return null;
  if ((types.includes("integer") || types.includes("number")) && /^-?\d+(\.\d+)?$/.test(text))
    return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  return isStructured(schema) ? jsonOr(text) : text;
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Where a list goes on, as an opaque text. */
export const toCursor = (position: object | null): string | null =>
  position && Buffer.from(JSON.stringify(position)).toString("base64url");

/** The position behind a cursor; the text itself when it is none, which the verb's schema then refuses. */
export const fromCursor = (text: string): unknown => jsonOr(Buffer.from(text, "base64url").toString("utf8"));
