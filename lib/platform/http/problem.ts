import "server-only";
import { createTranslator } from "next-intl";
import { z } from "zod";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { pickLocale } from "@/lib/platform/i18n/locale";
import { MESSAGES } from "@/lib/platform/i18n/messages";
import { headersOf, statusOf } from "@/lib/platform/refusals";
import { toJson } from "./respond";

export const PROBLEM_TYPE = "application/problem+json";

/** Why a request was refused, in the shape of RFC 9457. `code` never changes; `title` follows `Accept-Language`. */
export const Problem = z
  .object({
    type: z.string().meta({ description: "`urn:koers:problem:` and the code." }),
    title: z.string().meta({ description: "What to do, in the language of Accept-Language (en, nl)." }),
    status: z.int(),
    code: z.string().meta({ description: "Stable name of the problem, to act on." }),
    detail: z
      .string()
      .optional()
      .meta({ description: "What exactly is wrong with the input, for developers." }),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    field: z.string().optional().meta({ description: "Path of the input field it belongs to." }),
    current: z.unknown().optional().meta({ description: "The state as it is now, after a stale change." }),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

/** Refusals that only this door knows. */
const STATUS: Record<string, number> = {
  "key-needed": 401,
  "address-unknown": 404,
  "method-unknown": 405,
  "body-too-large": 413,
  "body-type-unknown": 415,
  "body-not-json": 400,
};

function sentence({ code, params }: Refusal, language: string | null): string {
  const locale = pickLocale(undefined, language);
  const t = createTranslator({
    locale,
    messages: MESSAGES[locale],
    namespace: "refusals",
    onError: () => {},
  });
  const key = code as Parameters<typeof t>[0];
  const seconds = params?.seconds;
  const minutes = typeof seconds === "number" ? { minutes: Math.max(1, Math.ceil(seconds / 60)) } : {};
  return t.has(key) ? t(key, { ...params, ...minutes } as never) : t("failed");
}

/** The problem behind a refusal, as the caller reads it. A session's "signed out" is a missing key here. */
export function problemOf(refusal: Refusal, language: string | null): Problem {
  const said = refusal.code === "signed-out" ? refuse("key-needed") : refusal;
  const { detail, ...params } = said.params ?? {};
  return {
    type: `urn:koers:problem:${said.code}`,
    title: sentence(said, language),
    status: STATUS[said.code] ?? statusOf(said),
    code: said.code,
    ...(detail !== undefined && { detail: String(detail) }),
    ...(Object.keys(params).length > 0 && { params }),
    ...(said.field !== undefined && { field: said.field }),
    ...(said.current !== undefined && { current: said.current }),
  };
}

/** A refusal as the REST API answers it. */
export function respondProblem(refusal: Refusal, request: Request, headers: HeadersInit = {}): Response {
  const language = request.headers.get("accept-language");
  const problem = problemOf(refusal, language);
  const all = new Headers({ ...headersOf(refusal), ...Object.fromEntries(new Headers(headers)) });
  all.set("content-type", PROBLEM_TYPE);
  all.set("content-language", pickLocale(undefined, language));
  all.set("cache-control", "no-store");
  all.set("vary", "Accept-Language");
  if (problem.status === 401) all.set("www-authenticate", 'Bearer realm="koers"');
  return new Response(toJson(problem), { status: problem.status, headers: all });
}
