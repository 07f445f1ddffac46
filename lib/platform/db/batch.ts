import "server-only";
import type pg from "pg";
import { pools } from "./pools";

/** A statement with its parameters. `name` lets the server keep its plan. */
export type Statement = {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
};

/** The rows of each statement, every field as Postgres printed it. */
export type BatchRows = (string | null)[][][];

// The public protocol methods of a pg connection that a submittable uses; @types/pg does not declare them all.
type Wire = {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string>;
  parse(q: { name: string; text: string; types: never[] }): void;
  bind(q: { statement: string; values: readonly unknown[]; valueMapper: (v: unknown) => unknown }): void;
  execute(q: Record<string, never>): void;
  close(q: { type: "S"; name: string }): void;
  sync(): void;
};

function wireValue(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

class Batch {
  private readonly rows: BatchRows;
  private readonly fresh: string[] = [];
  private at = 0;
  callback = () => {};

  constructor(
    private readonly statements: readonly Statement[],
    private readonly done: (error: Error | null, rows: BatchRows) => void,
  ) {
    this.rows = statements.map(() => []);
  }

  submit(wire: Wire): null {
    wire.stream.cork();
    try {
      for (const { name = "", text, values } of this.statements) {
        if (!name || !wire.parsedStatements[name]) {
          wire.parse({ name, text, types: [] });
          if (name) {
            wire.parsedStatements[name] = text;
            this.fresh.push(name);
          }
        }
        wire.bind({ statement: name, values, valueMapper: wireValue });
        wire.execute({});
      }
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
    return null;
  }

  handleRowDescription() {}
  handleDataRow(message: { fields: (string | null)[] }) {
    this.rows[this.at]?.push(message.fields);
  }
  handleCommandComplete() {
    this.at++;
  }
  handleEmptyQuery() {
    this.at++;
  }
  handlePortalSuspended() {}
  handleError(error: Error, wire: Wire) {
    // A statement that failed to parse must not be taken for a prepared one next time.
    for (const name of this.fresh) {
      delete wire.parsedStatements[name];
      wire.close({ type: "S", name });
    }
    // pg tells a failed submittable nothing more: the connection itself waits until the server is ready again.
    this.done(error, this.rows);
  }
  handleReadyForQuery() {
    this.done(null, this.rows);
  }
}

/**
 * Sends all statements in one round trip and one implicit transaction (one Sync): a failing statement undoes all,
 * and settings made with `set_config(..., true)` end with it. Resolves only once everything is committed.
 */
export function sendBatch(statements: readonly Statement[]): Promise<BatchRows> {
  return new Promise((resolve, reject) => {
    pools().app.connect((error, client, release) => {
      if (error || !client) return reject(error ?? new Error("no database connection"));
      const batch = new Batch(statements, (failure, rows) => {
        release();
        if (failure) reject(failure);
        else resolve(rows);
      });
      (client as pg.PoolClient & { query(q: Batch): unknown }).query(batch);
    });
  });
}
