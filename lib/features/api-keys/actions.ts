import { action } from "@/lib/platform/door";
import type { CreateApiKey, RevokeApiKey } from "./input";
import type { CreatedApiKey } from "./view";

export const createApiKey = action<CreateApiKey, CreatedApiKey>("api-key.create");
export const revokeApiKey = action<RevokeApiKey, { id: string }>("api-key.revoke");
