import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { inLocale } from "@/lib/domain/shared/text";
import type { Ctx } from "@/lib/platform/context";
import { command } from "@/lib/platform/verb";
import {
  deleteGroup,
  findGroup,
  type GroupKind,
  type GroupName,
  insertGroup,
  nameTaken,
  renameGroup,
  usersOf,
} from "./group-store";
import { DeleteGroup, NameRole, NameTeam } from "./input";

/** How many users of a group a refusal names. */
const NAMED = 3;

const shown = (name: GroupName, ctx: Ctx): string =>
  typeof name === "string" ? name : inLocale(name, ctx.member.locale ?? "en");

// Empty translations are left out, so that a missing one can be flagged.
const nameOf = (name: string | { en: string; nl: string }): GroupName =>
  typeof name === "string" ? name : { ...(name.en && { en: name.en }), ...(name.nl && { nl: name.nl }) };

const fieldOf = (name: GroupName): string =>
  typeof name === "string" ? "name" : name.en ? "name.en" : "name.nl";

/** Adds a group. */
const creates = <S extends typeof NameTeam | typeof NameRole>(name: string, kind: GroupKind, input: S) =>
  command({
    name,
    input: input as typeof NameTeam | typeof NameRole,
    can: "member.edit",
    async run({ tx, ctx, input: { id, name: given } }) {
      const wanted = nameOf(given);
      if (await nameTaken(tx, ctx.org.id, kind, id, wanted))
        return refuse("name-taken", { name: shown(wanted, ctx) }, { field: fieldOf(wanted) });
      await insertGroup(tx, ctx.org.id, kind, id, wanted);
      return { id };
    },
  });

/** Renames a group. */
const renames = <S extends typeof NameTeam | typeof NameRole>(name: string, kind: GroupKind, input: S) =>
  command({
    name,
    input: input as typeof NameTeam | typeof NameRole,
    can: "member.edit",
    async run({ tx, ctx, input: { id, name: given } }) {
      const wanted = nameOf(given);
      if (await nameTaken(tx, ctx.org.id, kind, id, wanted))
        return refuse("name-taken", { name: shown(wanted, ctx) }, { field: fieldOf(wanted) });
      if (!(await renameGroup(tx, ctx.org.id, kind, id, wanted))) return refuse("not-found");
      return { id };
    },
  });

/** Deletes a group that nothing uses; else refuses, naming what does. */
const deletes = (name: string, kind: GroupKind) =>
  command({
    name,
    input: DeleteGroup,
    can: "member.edit",
    async run({ tx, ctx, input: { id } }) {
      const group = await findGroup(tx, ctx.org.id, kind, id);
      if (!group) return refuse("not-found");
      const users = await usersOf(tx, ctx.org.id, kind, id, ctx.now, ctx.member.locale ?? "en");
      if (users.length) {
        const more = Math.max(0, users.length - NAMED);
        return refuse("in-use", {
          name: shown(group.name, ctx),
          users: users.slice(0, NAMED).join(", "),
          more,
        });
      }
      await deleteGroup(tx, ctx.org.id, kind, id);
      return { id };
    },
  });

export const createTeam = creates("member.create-team", "team", NameTeam);
export const renameTeam = renames("member.rename-team", "team", NameTeam);
export const deleteTeam = deletes("member.delete-team", "team");
export const createRole = creates("member.create-role", "role", NameRole);
export const renameRole = renames("member.rename-role", "role", NameRole);
export const deleteRole = deletes("member.delete-role", "role");
export const createDepartment = creates("member.create-department", "department", NameRole);
export const renameDepartment = renames("member.rename-department", "department", NameRole);
export const deleteDepartment = deletes("member.delete-department", "department");
