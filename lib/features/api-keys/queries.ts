import "server-only";
import { z } from "zod";
import { query } from "@/lib/platform/verb";
import { listKeys } from "./store";
import type { ApiKeysView } from "./view";

/** The organisation's API keys, without the keys themselves. */
export const apiKeyList = query({
  name: "api-key.list",
  input: z.strictObject({}),
  can: "api-key.edit",
  run: async ({ tx, ctx }): Promise<ApiKeysView> => ({ keys: await listKeys(tx, ctx.org) }),
});
