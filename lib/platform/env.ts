import "server-only";
import { z } from "zod";

const Env = z.object({
  APP_DATABASE_URL: z.url(),
  AUTH_DATABASE_URL: z.url(),
  JOB_DATABASE_URL: z.url().optional(),
  NEXTAUTH_URL: z.url().default("http://localhost:3000"),
  /** Only who signs people in needs it; scripts that load or rebuild do not. */
  NEXTAUTH_SECRET: z.string().min(16).optional(),
  KOERS_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(8),
  /** On when a transaction pooler stands before the database; set by the launcher. */
  KOERS_POOLED: z.enum(["on", "off"]).default("off"),
  KOERS_WORKER: z.enum(["on", "off"]).default("on"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

let read: z.infer<typeof Env> | undefined;

/**
 * The settings of this process, read once and checked. Lazy, so that a build needs no database.
 * Throws a sentence that names every missing or wrong variable.
 */
export function env(): z.infer<typeof Env> {
  if (read) return read;
  const parsed = Env.safeParse(process.env);
  if (!parsed.success) {
    const what = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
    throw new Error(
      `The environment is not complete (${what}). Start Koers with "npm start", or see .env.example.`,
    );
  }
  read = parsed.data;
  return read;
}
