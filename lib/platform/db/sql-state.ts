/**
 * The SQLSTATE behind an error from `pg` or Prisma ("23505", "KO401", ...), or null when it is none.
 * Prisma wraps the driver's error under several names; all are looked at.
 */
export function sqlState(error: unknown): string | null {
  for (let at = error, depth = 0; typeof at === "object" && at !== null && depth < 6; depth++) {
    const e = at as Record<string, unknown>;
    for (const name of ["originalCode", "code"]) {
      const code = e[name];
      if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)) return code;
    }
    const meta = e.meta as Record<string, unknown> | undefined;
    const adapter = meta?.driverAdapterError as Record<string, unknown> | undefined;
    at = e.cause ?? adapter ?? null;
  }
  return null;
}
