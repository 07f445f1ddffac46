import type { ImportKind } from "@/lib/domain/import/field";
import { runApply } from "@/lib/features/imports/apply";
import { runCheck } from "@/lib/features/imports/check";
import * as imports from "@/lib/features/imports/commands";
import type { Job } from "@/lib/features/imports/job";
import { importsRead, importsStatus } from "@/lib/features/imports/queries";
import { runUndo } from "@/lib/features/imports/undo";
import { uploadFile } from "@/lib/features/imports/upload";
import type { ImportView } from "@/lib/features/imports/view";
import type { Caller } from "@/lib/platform/context";
import { execute, read } from "@/lib/platform/execute";
import { newId } from "@/lib/platform/id";
import type { Command } from "@/lib/platform/verb";
import { NOW, type OrgWorld } from "@/tests/support/world";

type Session = Extract<Caller, { kind: "session" }>;

/** A request whose body comes in as a stream, as a browser sends a file. */
export function fileRequest(body: string | Uint8Array | AsyncIterable<Uint8Array>): Request {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const chunks = Symbol.asyncIterator in bytes ? bytes[Symbol.asyncIterator]() : null;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!chunks) {
        controller.enqueue(bytes as Uint8Array);
        return controller.close();
      }
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return new Request("http://localhost/x", { method: "POST", body: stream, duplex: "half" } as RequestInit);
}

/** Runs a verb that must succeed. */
export async function must<O>(verb: Command<never, O> | Command, caller: Caller, input: unknown): Promise<O> {
  const result = await execute(verb as Command, caller, input, { now: NOW });
  if (!result.ok) throw new Error(`${verb.name}: ${JSON.stringify(result.refusal)}`);
  return result.value as O;
}

/** An import of a world's manager, step by step. The jobs are run here, as the worker would. */
export class Importing {
  readonly id = newId();
  readonly job: Job;
  private constructor(
    readonly world: OrgWorld,
    readonly caller: Session,
  ) {
    this.job = { orgId: world.org.id, actorId: world.manager.id, importId: this.id, now: NOW };
  }

  /** Uploads and reads a file. */
  static async read(
    world: OrgWorld,
    kind: ImportKind,
    body: string | Uint8Array | AsyncIterable<Uint8Array>,
    fileName = `${kind}.csv`,
  ): Promise<Importing> {
    const made = new Importing(world, world.manager.caller);
    await must(imports.createImport, made.caller, { id: made.id, kind, fileName });
    const sent = await uploadFile(made.caller, made.id, fileRequest(body));
    if (!sent.ok) throw new Error(sent.refusal.code);
    await must(imports.readImport, made.caller, { id: made.id });
    return made;
  }

  /** Reads a file, answers "yes, the same" to every name that looks like another, and imports it. */
  static async all(
    world: OrgWorld,
    kind: ImportKind,
    body: string | Uint8Array,
    map: object = {},
  ): Promise<Importing> {
    const made = await Importing.read(world, kind, body);
    await made.acceptNear();
    if (Object.keys(map).length > 0) await made.map(map);
    await made.check();
    await made.apply();
    return made;
  }

  async acceptNear(): Promise<void> {
    const near = (await this.view()).mapping?.near ?? [];
    if (near.length > 0)
      await this.map({ near: near.map(({ field, value }) => ({ field, value, accept: true })) });
  }
  map(input: object) {
    return must(imports.mapImport, this.caller, { id: this.id, ...input });
  }
  async check(): Promise<ImportView> {
    await must(imports.checkImport, this.caller, { id: this.id });
    await runCheck(this.job);
    return this.view();
  }
  async apply(job: Partial<Job> = {}): Promise<ImportView> {
    await must(imports.applyImport, this.caller, { id: this.id });
    await runApply({ ...this.job, ...job });
    return this.view();
  }
  async undo(): Promise<ImportView> {
    await must(imports.undoImport, this.caller, { id: this.id });
    await runUndo(this.job);
    return this.view();
  }
  async view(): Promise<ImportView> {
    const result = await read(importsRead, this.caller, { id: this.id }, { now: NOW });
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  }
  async status() {
    const result = await read(importsStatus, this.caller, { id: this.id }, { now: NOW });
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  }
}
