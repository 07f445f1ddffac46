import { z } from "zod";

// Answers are objects that may grow: a client must ignore fields it does not know.

export const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
export const Day = z.iso.date();
export const Instant = z.iso.datetime();
export const LocalText = z
  .object({ en: z.string().optional(), nl: z.string().optional() })
  .meta({ id: "LocalText", description: "A text as the organisation wrote it, in one or both languages." });
export const Money = z
  .object({ minor: z.int(), currency: z.string() })
  .meta({ id: "Money", description: "An amount in the minor unit of its currency (cents)." });
export const Named = z.object({ id: z.uuid(), name: z.string() });
export const Cursor = z
  .string()
  .nullable()
  .meta({ description: "Hand it back to have the next page; null on the last one." });
