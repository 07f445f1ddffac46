import { document } from "@/app/api/v1/_api/document";

export const dynamic = "force-dynamic";

/** The description of this API; open to all, because it holds nothing of anyone. */
export const GET = (): Response =>
  Response.json(document(), { headers: { "cache-control": "public, max-age=300" } });
