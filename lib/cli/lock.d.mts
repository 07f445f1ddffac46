/** See lock.mjs. */
export declare function exclusively<T>(
  folder: string,
  work: () => Promise<T>,
  options?: { waiting?: (pid: number) => void },
): Promise<T>;

/** See lock.mjs. */
export declare function joinUsers(
  folder: string,
  details?: Record<string, unknown>,
): { file: string; update: (more: Record<string, unknown>) => void; leave: () => void };

/** See lock.mjs. */
export declare function listUsers(
  folder: string,
): Record<"living" | "gone", { pid: number; birth: string; file: string }[]>;
