import "server-only";
import pino from "pino";

/** The one log. Secrets that could reach it by accident are blanked. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  redact: [
    "password",
    "token",
    "*.password",
    "*.token",
    "*.passwordHash",
    "headers.cookie",
    "headers.authorization",
  ],
});
