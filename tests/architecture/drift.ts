import type { ClientBase } from "pg";

/** What Prisma's schema can say of a database, one line per fact. */
const FACTS: Record<"exactly" | "atLeast", Record<string, string>> = {
  exactly: {
    column: `select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'`,
    "primary key": `select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where contype = 'p' and connamespace = 'public'::regnamespace and conrelid::regclass::text <> '_prisma_migrations'`,
  },
  // The migrations know more: keys into the organisation, partial indexes, checks.
  atLeast: {
    "foreign key": `select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace`,
    index: `select indexdef from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations'`,
  },
};

async function lines(client: ClientBase, sql: string): Promise<Set<string>> {
  const { rows } = await client.query<string[]>({ text: sql, rowMode: "array" });
  return new Set(rows.map(([line = ""]) => line));
}

/** Where the database that the migrations make and the one that the Prisma schema describes differ. */
export async function drift(migrated: ClientBase, described: ClientBase): Promise<string[]> {
  const found: string[] = [];
  const compare = async (kind: string, sql: string, both: boolean) => {
    const [is, said] = [await lines(migrated, sql), await lines(described, sql)];
    if (!is.size || !said.size) throw new Error(`nothing was read of ${kind}`);
    for (const line of said) if (!is.has(line)) found.push(`${kind} only in schema.prisma: ${line}`);
    for (const line of both ? is : [])
      if (!said.has(line)) found.push(`${kind} only in the migrations: ${line}`);
  };
  for (const [kind, sql] of Object.entries(FACTS.exactly)) await compare(kind, sql, true);
  for (const [kind, sql] of Object.entries(FACTS.atLeast)) await compare(kind, sql, false);
  return found;
}
