import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { log } from "@/lib/platform/log";
import { headersOf, statusOf } from "@/lib/platform/refusals";
import type { Result } from "@/lib/platform/verb";

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/** Values as JSON; whole numbers that Postgres gave as bigint become numbers (amounts stay far below 2^53). */
export function toJson(value: unknown): string {
  // Few answers hold a bigint, and asking about every value makes a large answer several times as slow.
  try {
    return JSON.stringify(value ?? null);
  } catch {
    return JSON.stringify(value ?? null, (_, each) => (typeof each === "bigint" ? Number(each) : each));
  }
}

/** A result as the browser's door answers it: `{ok, value}` or `{ok, refusal}` with the refusal's status. */
export function respond(result: Result<unknown>): Response {
  if (result.ok) return new Response(toJson(result), { headers: JSON_HEADERS });
  const headers = { ...JSON_HEADERS, ...headersOf(result.refusal) };
  return new Response(toJson(result), { status: statusOf(result.refusal), headers });
}

/** Finished JSON from Postgres, wrapped without parsing it. */
export function respondJson(result: Result<string>): Response {
  if (!result.ok) return respond(result);
  return new Response(`{"ok":true,"value":${result.value}}`, { headers: JSON_HEADERS });
}

/** Runs a door; what it throws is a fault of ours, logged once and answered without details. */
export async function door(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    log.error({ err: error }, "a request failed");
    return respond({ ok: false, refusal: refuse("failed") });
  }
}

/**
 * Whether a browser sent this from our own pages: cookies alone must not be enough to write.
 * Browsers always send `Sec-Fetch-Site` or `Origin` with a POST.
 */
export function isSameSite(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = request.headers.get("origin");
  // A sandboxed page sends "null".
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}
