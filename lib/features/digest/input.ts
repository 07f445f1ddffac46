import { z } from "zod";

export const DIGESTS = ["working-days", "off"] as const;
export const ChooseDigest = z.strictObject({ digest: z.enum(DIGESTS) });
export const MailFilter = z.strictObject({
  /** The last one already shown. */
  after: z.strictObject({ at: z.iso.datetime(), id: z.uuid() }).nullable().default(null),
  limit: z.int().min(1).max(100).default(20),
});
/** Whose digest is written, and in which language. */
export const WriteDigest = z.strictObject({ memberId: z.uuid(), locale: z.enum(["en", "nl"]), url: z.url() });

export type ChooseDigest = z.input<typeof ChooseDigest>;
export type MailFilter = z.input<typeof MailFilter>;
