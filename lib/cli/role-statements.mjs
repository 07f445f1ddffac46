import { loadEnv } from "./env.mjs";
import { roleStatements } from "./roles.mjs";
import { installationSecret } from "./secret.mjs";

// For a Postgres whose administrator makes the roles: prints what to run there. The output holds passwords.
loadEnv();
const owner = process.env.DATABASE_URL
  ? decodeURIComponent(new URL(process.env.DATABASE_URL).username)
  : "owner";
console.log(roleStatements(installationSecret(), owner).join("\n"));
