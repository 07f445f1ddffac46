import pg from "pg";
import { Refusal } from "./explain.mjs";
import { derive } from "./secret.mjs";

/** The login roles of the running program. None owns a table of the product, none bypasses row level security. */
export const ROLES = { app: "koers_app", auth: "koers_auth", job: "koers_job" };

const ATTRIBUTES = "login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication";

/**
 * Makes the three roles when they are missing and sees to it that their derived passwords work. Roles belong to the
 * whole server, so on a server of your own a role that has another password is refused, not taken over: another
 * installation may be using it.
 */
export async function ensureRoles(client, { ownerUrl, secret, embedded }) {
  const existing = await client.query("select rolname from pg_roles where rolname = any($1)", [
    Object.values(ROLES),
  ]);
  const known = new Set(existing.rows.map((row) => row.rolname));
  for (const role of Object.values(ROLES)) {
    const password = derive(secret, role);
    if (!known.has(role)) await createRole(client, role, password);
    else if (embedded)
      await client.query(`alter role ${role} ${ATTRIBUTES} password ${client.escapeLiteral(password)}`);
    else await requireLogin(ownerUrl, role, password);
  }
  const { rows } = await client.query(
    `select rolname from pg_roles
     where rolname = any($1) and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolinherit)`,
    [Object.values(ROLES)],
  );
  if (rows[0])
    throw new Refusal(
      `Database role ${rows[0].rolname} has rights it must not have. Run: alter role ${rows[0].rolname} ${ATTRIBUTES};`,
    );
  await letOwnerAct(client);
}

async function createRole(client, role, password) {
  try {
    await client.query(`create role ${role} ${ATTRIBUTES} password ${client.escapeLiteral(password)}`);
  } catch (error) {
    if (error.code === "42710" || error.code === "23505") return; // another start was first
    if (error.code !== "42501") throw error;
    throw new Refusal(
      `The user in DATABASE_URL may not create roles. As an administrator run: create role ${role} ${ATTRIBUTES} password '...'; and grant it to that user; \`node lib/cli/role-statements.mjs\` prints the whole statements.`,
    );
  }
}

async function requireLogin(ownerUrl, role, password) {
  const probe = new pg.Client(withUser(ownerUrl, role, password));
  try {
    await probe.connect();
  } catch (error) {
    if (error.code !== "28P01") throw error;
    throw new Refusal(
      `Database role ${role} exists with another password. Set KOERS_SECRET to the secret of the installation that made it, or let an administrator drop the roles koers_app, koers_auth and koers_job.`,
    );
  } finally {
    await probe.end().catch(() => {});
  }
}

/** An owner who is no superuser must be able to hand objects over to the roles: to act as them, without their rights. */
async function letOwnerAct(client) {
  const { rows } = await client.query("select rolsuper from pg_roles where rolname = current_user");
  if (rows[0]?.rolsuper) return;
  for (const role of Object.values(ROLES)) {
    const can = await client.query("select pg_has_role(current_user, $1, 'SET') as can", [role]);
    if (!can.rows[0].can) await client.query(`grant ${role} to current_user with inherit false, set true`);
  }
}

/** The statements an administrator runs where the owner may not create roles. Holds passwords. */
export function roleStatements(secret, owner) {
  return Object.values(ROLES).flatMap((role) => [
    `create role ${role} ${ATTRIBUTES} password '${derive(secret, role)}';`,
    `grant ${role} to "${owner}" with inherit false, set true;`,
  ]);
}

function withUser(url, user, password) {
  const address = new URL(url);
  address.username = user;
  address.password = password;
  return address.href;
}

/**
 * The addresses the program gets. The app's and the sign-in's role may go through a transaction pooler
 * (`pool`: host:port/database); jobs need a direct connection because they listen. The owner's is never among them.
 */
export function roleUrls(ownerUrl, secret, pool) {
  const direct = (role) => withUser(ownerUrl, role, derive(secret, role));
  const pooled = (role) => {
    if (!pool) return direct(role);
    const found = pool.match(/^([^/@\s]+:\d+)\/([^?\s]+)$/);
    if (!found) throw new Refusal(`KOERS_POOL_URL is "${pool}"; it must look like host:port/database.`);
    const address = new URL(direct(role));
    address.host = found[1];
    address.pathname = `/${found[2]}`;
    return address.href;
  };
  return {
    APP_DATABASE_URL: pooled(ROLES.app),
    AUTH_DATABASE_URL: pooled(ROLES.auth),
    JOB_DATABASE_URL: direct(ROLES.job),
  };
}
