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

type Connection = pg.PoolClient & { query(q: Batch): unknown };

const connect = (): Promise<Connection> =>
  new Promise((resolve, reject) => {
    pools().app.connect((error, client) =>
      error || !client ? reject(error ?? new Error("no database connection")) : resolve(client as Connection),
    );
  });

const sendOn = (client: Connection, statements: readonly Statement[]): Promise<BatchRows> =>
  new Promise((resolve, reject) => {
    client.query(new Batch(statements, (failure, rows) => (failure ? reject(failure) : resolve(rows))));
  });

/**
 * Sends all statements in one round trip and one implicit transaction (one Sync): a failing statement undoes all,
 * and settings made with `set_config(..., true)` end with it. Resolves only once everything is committed.
 */
export async function sendBatch(statements: readonly Statement[]): Promise<BatchRows> {
  const client = await connect();
  try {
    return await sendOn(client, statements);
  } finally {
    client.release();
  }
}

const word = (text: string): Statement => ({ name: text, text, values: [] });

/**
 * A transaction of two round trips: what `first` gives goes to `then`, whose statements are committed together with it. Null
 * from `then`, or anything thrown, undoes all of it. Gives what `then` gives.
 */
export async function inTwoTrips<T>(
  first: readonly Statement[],
  then: (rows: BatchRows) => { readonly write: readonly Statement[]; readonly value: T } | null,
): Promise<T | null> {
  const client = await connect();
  let broken: Error | undefined;
  const undo = () => sendOn(client, [word("rollback")]).catch((error: Error) => (broken = error));
  try {
    const rows = await sendOn(client, [word("begin"), ...first]);
    const next = then(rows.slice(1));
    if (!next) {
      await undo();
      return null;
    }
    await sendOn(client, [...next.write, word("commit")]);
    return next.value;
  } catch (error) {
    await undo();
    throw error;
  } finally {
    // A connection that cannot undo is of no use to the next one.
    client.release(broken);
  }
}
