import { z } from "zod";

/** An e-mail address as it is kept and compared: trimmed and in lower case. The message is a key, not a sentence. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("email"))
  .pipe(z.string().max(200, "email"));
