import pg from "pg";
import * as apply from "@/app/api/v1/imports/[id]/apply/route";
import * as check from "@/app/api/v1/imports/[id]/check/route";
import * as mapping from "@/app/api/v1/imports/[id]/mapping/route";
import * as whole from "@/app/api/v1/imports/[id]/route";
import * as undo from "@/app/api/v1/imports/[id]/undo/route";
import * as imports from "@/app/api/v1/imports/route";
import { runApply } from "@/lib/features/imports/apply";
import { runCheck } from "@/lib/features/imports/check";
import type { Job } from "@/lib/features/imports/job";
import { runUndo } from "@/lib/features/imports/undo";
import type { ImportView } from "@/lib/features/imports/view";
import { type Answer, ask } from "./api";

export type ApiKey = { readonly id: string; readonly secret: string };
export type Told = {
  readonly id: string;
  readonly status: string;
  readonly questions: readonly { code: string }[];
};

/** Imports through the API alone, with one key. The jobs are run here, as the worker would. */
export class ApiImporting {
  constructor(
    readonly orgId: string,
    readonly key: ApiKey,
  ) {}

  send(
    kind: string,
    text: string | Uint8Array<ArrayBuffer>,
    more: { query?: object; headers?: object } = {},
  ) {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    const query = { kind, fileName: `${kind}.csv`, ...more.query };
    return ask(
      imports,
      {},
      { key: this.key.secret, method: "POST", query, bytes, headers: { ...more.headers } },
    );
  }
  map(id: string, body: object) {
    return ask(mapping, { id }, { key: this.key.secret, method: "PUT", body });
  }
  async view(id: string): Promise<ImportView> {
    return (await ask(whole, { id }, { key: this.key.secret })).body as ImportView;
  }
  check(id: string): Promise<Answer> {
    return this.start(check, id, runCheck);
  }
  apply(id: string): Promise<Answer> {
    return this.start(apply, id, runApply);
  }
  undo(id: string): Promise<Answer> {
    return this.start(undo, id, runUndo);
  }

  private async start(route: Record<string, unknown>, id: string, run: typeof runCheck): Promise<Answer> {
    const answer = await ask(route, { id }, { key: this.key.secret, method: "POST" });
    if (answer.status === 202) await run(await this.queued(id));
    return answer;
  }

  /** What the queue would hand to the worker. */
  private async queued(importId: string): Promise<Job> {
    const client = new pg.Client({ connectionString: process.env.JOB_DATABASE_URL });
    await client.connect();
    try {
      const { rows } = await client.query<{ payload: Job }>(
        "select payload from graphile_worker._private_jobs where key = $1",
        [`import ${importId}`],
      );
      const [job] = rows;
      if (!job) throw new Error("no job is queued");
      return job.payload;
    } finally {
      await client.end();
    }
  }
}
