import { type OpenApi, openApi } from "@/lib/platform/http/openapi";
import { ENDPOINTS } from "./endpoints";

let made: OpenApi | undefined;

/** The OpenAPI description of the REST API. */
export function document(): OpenApi {
  made ??= openApi(ENDPOINTS, {
    info: {
      title: "Koers",
      version: "1",
      description:
        "Read and change deals, companies and people, read processes, members and insights and bring files in. Every request carries `Authorization: Bearer koers_…`, a key that an owner makes in the settings; the key's role decides what it may do. Problems are RFC 9457 `application/problem+json`. Days are calendar days of the organisation, moments are UTC, money is in minor units. Fields may be added to answers; ignore those you do not know.",
    },
    servers: [{ url: "/api/v1" }],
    tags: [
      { name: "deals", description: "Deals as they are now, with their history, and every change of them." },
      { name: "calls", description: "Talks with buyers about a deal: their plan, and what came of them." },
      { name: "companies", description: "Companies and the people there." },
      {
        name: "processes",
        description: "Processes in use: the ids and keys by which deals, calls and insights name them.",
      },
      { name: "members", description: "Who deals can be given to." },
      {
        name: "insights",
        description: "The figures of the pipeline and maturity pages, with what is behind each.",
      },
      { name: "imports", description: "Files from elsewhere: upload, read, map, check, apply, undo." },
    ],
  });
  return made;
}
