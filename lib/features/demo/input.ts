import { z } from "zod";
import { LOCALES } from "@/lib/domain/shared/text";

export const OpenExample = z.strictObject({
  /** The language the example's people write in. */
  locale: z.enum(LOCALES),
});
export const Nothing = z.strictObject({});

export type OpenExample = z.infer<typeof OpenExample>;
export type Nothing = z.infer<typeof Nothing>;
