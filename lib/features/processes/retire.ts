import "server-only";
import { type Refusal, refuse } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import { OneVersion } from "./input";
import { lockProcess } from "./store";
import { findVersion, setInUse, versionChoices } from "./store-versions";
import type { Numbered } from "./view";

/**
 * Takes the published version out of use: nobody starts a deal on the process until a version is published, and deals
 * that run on it go on by it. Refused (version-not-published) for any other version.
 */
export const retireVersion = command({
  name: "process.retire-version",
  input: OneVersion,
  can: "process.publish",
  async run({ tx, ctx, input }): Promise<Numbered | Refusal> {
    if (!(await lockProcess(tx, ctx, input.processId))) return refuse("not-found");
    const version = await findVersion(tx, ctx, input.processId, input.versionId);
    if (!version) return refuse("not-found");
    if (version.status !== "published" || version.number === null) return refuse("version-not-published");
    await setInUse(tx, ctx, version.id, "retired");
    return { ...input, number: version.number };
  },
});

/**
 * Undoes that: new deals start on it again. Refused (version-superseded) when a later version was published or is in use,
 * because then it is brought back as a draft; and when the process is archived.
 */
export const reviveVersion = command({
  name: "process.revive-version",
  input: OneVersion,
  can: "process.publish",
  async run({ tx, ctx, input }): Promise<Numbered | Refusal> {
    const process = await lockProcess(tx, ctx, input.processId);
    const version = process && (await findVersion(tx, ctx, input.processId, input.versionId));
    if (!version) return refuse("not-found");
    if (process.archived) return refuse("process-archived");
    if (version.status === "published" && version.number !== null)
      return { ...input, number: version.number };
    const last = lastInUse(await versionChoices(tx, ctx, input.processId));
    if (version.id !== last?.id || version.number === null) return refuse("version-superseded");
    await setInUse(tx, ctx, version.id, "published");
    return { ...input, number: version.number };
  },
});

/** The last version that was published, in use or not; of versions that come newest first. */
export const lastInUse = <V extends { readonly status: string }>(versions: readonly V[]): V | undefined =>
  versions.find(({ status }) => status === "published" || status === "retired");
