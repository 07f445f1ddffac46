import "server-only";
import type { Caller, Ctx } from "@/lib/platform/context";
import type { CsvRow, OpenBytes } from "@/lib/platform/csv/reading";
import type { Tx } from "@/lib/platform/db/tenant";
import { execute, read } from "@/lib/platform/execute";
import { command, query } from "@/lib/platform/verb";
import { findPiece } from "./file-store";
import { ImportRef } from "./input";
import { openPieces } from "./read-file";

/** One import that a job works on. The rest is for tests: the clock, and what happens between two chunks. */
export type Job = {
  readonly orgId: string;
  readonly actorId: string | null;
  readonly importId: string;
  /** Where an API key asked for it: whether that sees every deal. Otherwise it sees none. */
  readonly keySees?: boolean | undefined;
  readonly now?: Date;
  /** The server is going down: stop after this chunk, whoever comes next goes on. */
  readonly signal?: AbortSignal;
  readonly afterChunk?: (rows: number) => void | Promise<void>;
};

/** Whose deals a file may be about: those that this member sees, or that a key does. */
export type Eyes = "all" | "none" | (string & {});

/** Who asked for a job, by what they see: a job itself sees every deal, and does no more than they could. */
export const eyesOf = ({ actorId, keySees }: Job): Eyes => actorId ?? (keySees ? "all" : "none");

/** The job is to be tried again later: the server stops, or the database refused for a moment. */
export class Interrupted extends Error {}

const callerOf = ({ orgId, actorId }: Job): Extract<Caller, { kind: "job" }> => ({
  kind: "job",
  orgId,
  actorId,
  as: "import",
});
const clockOf = ({ now }: Job) => (now ? { now } : {});
const CHUNK_MS = 120_000;

/** One step of a job: a transaction of its own in the import's organisation, audited as `import.<name>`. */
export async function step<T>(job: Job, name: string, work: (tx: Tx, ctx: Ctx) => Promise<T>): Promise<T> {
  const verb = command({
    name: `import.${name}`,
    input: ImportRef,
    can: "import.run",
    timeoutMs: CHUNK_MS,
    run: async ({ tx, ctx }) => ({ value: await work(tx, ctx) }),
  });
  const result = await execute(verb, callerOf(job), { id: job.importId }, clockOf(job));
  if (!result.ok) throw new Error(`import.${name} was refused: ${result.refusal.code}`);
  return result.value.value;
}

/** The import's file, from its first byte, piece by piece. */
export function fileOf(job: Job): OpenBytes {
  return openPieces(async (part) => {
    const piece = query({
      name: "import.piece",
      input: ImportRef,
      can: "import.read",
      run: async ({ tx, ctx, input }) => ({ bytes: await findPiece(tx, ctx, input.id, part) }),
    });
    const result = await read(piece, callerOf(job), { id: job.importId }, clockOf(job));
    if (!result.ok) throw new Error(`a piece of the file was refused: ${result.refusal.code}`);
    return result.value.bytes;
  });
}

/** Rows in chunks of at most `size`. */
export async function* chunksOf(rows: AsyncIterable<CsvRow>, size: number): AsyncGenerator<CsvRow[]> {
  let chunk: CsvRow[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** What happens between two chunks: a test's hook, and stopping when the server goes down. */
export async function betweenChunks(job: Job, rows: number): Promise<void> {
  await job.afterChunk?.(rows);
  if (job.signal?.aborted) throw new Interrupted("the server is going down");
}
