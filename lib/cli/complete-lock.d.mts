type Lock = {
  packages: Record<
    string,
    {
      version?: string;
      resolved?: string;
      optional?: boolean;
      os?: string[];
      cpu?: string[];
      libc?: string[];
      optionalDependencies?: Record<string, string>;
    }
  >;
};

/** See complete-lock.mjs. */
export declare function missingOptional(
  lock: Lock,
): { parent: string; name: string; version: string; dev: boolean }[];

/** See complete-lock.mjs. */
export declare function completeLock(lock: Lock): { added: string[]; unclear: string[] };
