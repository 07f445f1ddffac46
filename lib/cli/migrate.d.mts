import type { Client } from "pg";

type Migration = { name: string; sql: string; checksum: string };

/** See migrate.mjs. */
export declare function readMigrations(folder?: string): Migration[];

/** See migrate.mjs. */
export declare function pendingMigrations(client: Client, migrations: Migration[]): Promise<Migration[]>;

/** See migrate.mjs. */
export declare function migrate(client: Client, migrations?: Migration[]): Promise<string[]>;
