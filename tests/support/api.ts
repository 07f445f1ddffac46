import type { Role } from "@/lib/domain/policy/permissions";
import { createApiKey } from "@/lib/features/api-keys/commands";
import { execute } from "@/lib/platform/execute";
import type { RouteHandler } from "@/lib/platform/http/endpoint";
import { newId } from "@/lib/platform/id";
import { NOW, type OrgWorld } from "./world";

/** A new API key of an organisation. */
export async function newKey(world: OrgWorld, role: Role): Promise<{ id: string; secret: string }> {
  const input = { id: newId(), name: `For ${role}`, role };
  const made = await execute(createApiKey, world.owner.caller, input, { now: NOW });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

type Ask = {
  key?: string;
  method?: string;
  query?: Record<string, string>;
  body?: unknown;
  bytes?: Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
};
export type Answer = { status: number; headers: Headers; body: unknown; text: string };

/** Calls a route file's handler as the server would. `params` are the parts of the address that vary. */
export async function ask(
  route: Record<string, unknown>,
  params: Record<string, string>,
  { key, method = "GET", query = {}, body, bytes, headers = {} }: Ask = {},
): Promise<Answer> {
  const all = new Headers(headers);
  if (key) all.set("authorization", `Bearer ${key}`);
  if (body !== undefined && !all.has("content-type")) all.set("content-type", "application/json");
  const sent = bytes ?? (typeof body === "string" || body === undefined ? body : JSON.stringify(body));
  const request = new Request(`http://localhost/api/v1/x?${new URLSearchParams(query)}`, {
    method,
    headers: all,
    ...(sent !== undefined && { body: sent }),
  });
  const handler = route[method] as RouteHandler;
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json");
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : null, text };
}
