/** See test-database.mjs: a fresh, migrated database for one run of tests. */
export declare function openTestDatabase(): Promise<{
  ownerUrl: string;
  env: Record<string, string>;
  close: () => Promise<void>;
}>;

/** See test-database.mjs: an empty database beside a test's own. */
export declare function besideDatabase(
  ownerUrl: string,
  suffix: string,
): Promise<{ url: string; drop: () => Promise<void> }>;
