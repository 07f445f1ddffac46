import "server-only";
import { Prisma } from "./generated/client";

/** A piece of a statement with its values, for statements that are put together. */
export type Sql = Prisma.Sql;

/** Tags a piece: what is interpolated becomes a parameter, never text. */
export const sql = Prisma.sql;

/** Pieces with a separator between them; at least one. */
export const joinSql = Prisma.join;

/** The piece that adds nothing. */
export const noSql = Prisma.empty;

/** A whole number written out, where it is part of what the statement is. */
export const numberSql = (value: number): Sql => Prisma.raw(String(Math.trunc(value)));

/** Empties a json column. */
export const noJson = Prisma.DbNull;

/** Text for a LIKE pattern that is to be read letter by letter: its signs stand for themselves. */
export const literal = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
