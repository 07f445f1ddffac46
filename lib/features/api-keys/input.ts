import { z } from "zod";
import { ROLES } from "@/lib/domain/policy/permissions";

// Messages are keys of `settings.problems`.
export const CreateApiKey = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1, "name").max(80, "long"),
  role: z.enum(ROLES),
});
export const RevokeApiKey = z.strictObject({ id: z.uuid() });

export type CreateApiKey = z.infer<typeof CreateApiKey>;
export type RevokeApiKey = z.infer<typeof RevokeApiKey>;
