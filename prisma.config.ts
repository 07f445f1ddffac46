import { defineConfig } from "prisma/config";

/** Prisma is used for its schema, types and client; migrations are plain SQL applied by `lib/cli/migrate.mjs`. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL && { datasource: { url: process.env.DATABASE_URL } }),
});
