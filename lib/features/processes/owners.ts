import "server-only";
import type { Owner } from "@/lib/domain/process/types";
import { DEPARTMENTS, isRole, type OwnerSymbol, ROLES, type RoleSymbol } from "@/lib/domain/templates/owners";
import type { ProcessTemplate } from "@/lib/domain/templates/template";
import type { Ctx } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db/tenant";
import { insertOwner, lockOwners } from "./store";

/**
 * The organisation's roles and departments for the symbols that a template names. What it does not have yet is made,
 * with the template's names. The template's own role may be played by `roleId`, a role the person chose.
 */
export async function ownersFor(
  tx: Tx,
  ctx: Ctx,
  template: ProcessTemplate,
  roleId?: string,
): Promise<{ roleId: string; ownerOf: (symbol: OwnerSymbol) => Owner }> {
  const { roles, departments } = await lockOwners(tx, ctx);
  const found = new Map<string, Owner>();
  for (const { key, id } of departments) if (key) found.set(key, { kind: "department", id });
  for (const { key, id } of roles) if (key) found.set(key, { kind: "role", id });
  if (roleId) found.set(template.roleKey, { kind: "role", id: roleId });

  for (const symbol of symbolsIn(template)) {
    if (found.has(symbol)) continue;
    const kind = isRole(symbol) ? "role" : "department";
    const name = isRole(symbol) ? ROLES[symbol] : DEPARTMENTS[symbol];
    found.set(symbol, { kind, id: await insertOwner(tx, ctx, kind, symbol, name) });
  }
  const ownerOf = (symbol: OwnerSymbol): Owner => found.get(symbol) ?? { kind: "run-owner" };
  const own = found.get(template.roleKey);
  return { roleId: own?.kind === "role" ? own.id : "", ownerOf };
}

function symbolsIn(template: ProcessTemplate): Set<RoleSymbol | OwnerSymbol> {
  const symbols = new Set<OwnerSymbol>([template.roleKey]);
  for (const { owner, supporting = [] } of template.document.stages.flatMap((stage) => stage.steps)) {
    if (owner !== "run-owner") symbols.add(owner);
    for (const symbol of supporting) symbols.add(symbol);
  }
  return symbols;
}
