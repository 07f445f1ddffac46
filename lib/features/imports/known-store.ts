import "server-only";
import type { CompiledVersion } from "@/lib/domain/process/compile";
import type { LocalText } from "@/lib/domain/shared/text";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import type { KnownMember } from "./people";
import type { VersionOption } from "./view";

const VERSIONS = 200;
/** Names that spelling is compared with; beyond this many the oldest are left out. */
const NAMES = 3000;

/** Versions that deals may be put on: published and as-found ones of processes in use, the newest first. */
export async function findVersions(tx: Tx, ctx: Ctx): Promise<VersionOption[]> {
  const rows = await tx.processVersion.findMany({
    where: {
      orgId: ctx.org.id,
      status: { in: ["published", "as-found"] },
      process: { archivedAt: null },
    },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: VERSIONS,
    select: {
      id: true,
      number: true,
      status: true,
      compiled: true,
      process: { select: { id: true, name: true } },
    },
  });
  return rows.map(({ id, number, status, compiled, process }) => ({
    versionId: id,
    processId: process.id,
    name: process.name as LocalText,
    number: number ?? 0,
    status: status as VersionOption["status"],
    stages: (compiled as unknown as CompiledVersion).stages.map(({ key, name }) => ({ key, name })),
  }));
}

/** Everyone who is not removed, those who joined first first. */
export async function findMembers(tx: Tx, ctx: Ctx): Promise<KnownMember[]> {
  return tx.membership.findMany({
    where: { orgId: ctx.org.id, status: { not: "removed" } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      status: true,
      role: true,
      email: true,
      externalId: true,
      fingerprint: true,
      teamId: true,
      managerId: true,
      attributes: true,
      importId: true,
      version: true,
    },
  });
}

export type KnownName = { readonly name: string; readonly byNameOnly: boolean };

/**
 * Names of companies or products that are there. `byNameOnly`: another file named it, and no list has described it
 * yet, so that a list may know it under a slightly different name.
 */
export async function findNames(tx: Tx, ctx: Ctx, kind: "companies" | "products"): Promise<KnownName[]> {
  const query = {
    where: { orgId: ctx.org.id, deletedAt: null },
    orderBy: { createdAt: "desc" },
    take: NAMES,
    select: { name: true, importId: true, fingerprint: true },
  } as const;
  const rows = await (kind === "companies" ? tx.company.findMany(query) : tx.product.findMany(query));
  return rows.map(({ name, importId, fingerprint }) => ({
    name,
    byNameOnly: importId !== null && fingerprint === null,
  }));
}

/** The process a version belongs to. */
export async function processOfVersion(tx: Tx, ctx: Ctx, versionId: string): Promise<string> {
  const row = await tx.processVersion.findUniqueOrThrow({
    where: { orgId_id: { orgId: ctx.org.id, id: versionId } },
    select: { processId: true },
  });
  return row.processId;
}
