import { z } from "zod";
import { GATES } from "@/lib/domain/maturity/gates";

export const MaturityOrganization = z.strictObject({});
export const MaturityProcess = z.strictObject({ processId: z.uuid() });
export const MaturityRows = z.strictObject({ processId: z.uuid(), gate: z.enum(GATES) });

export const REVIEW_CONCLUSIONS = ["no-change", "change"] as const;
export const RecordReview = z.strictObject({
  id: z.uuid(),
  processId: z.uuid(),
  conclusion: z.enum(REVIEW_CONCLUSIONS),
  note: z.string().trim().max(4_000).default(""),
});

export type MaturityProcess = z.input<typeof MaturityProcess>;
export type MaturityRows = z.input<typeof MaturityRows>;
export type RecordReview = z.input<typeof RecordReview>;
