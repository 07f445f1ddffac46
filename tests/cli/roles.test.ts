import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { roleUrls } from "@/lib/cli/roles.mjs";

const owner = "postgresql://boss:pass%40word@db.example:5433/koers?sslmode=require";
const secret = "a secret that is long enough";

describe("the addresses of the roles", () => {
  it("keep server, database and options, and hold a password of their own", () => {
    const urls = Object.values(roleUrls(owner, secret)).map((url) => new URL(url));
    expect(urls.map((url) => url.username)).toEqual(["koers_app", "koers_auth", "koers_job"]);
    for (const url of urls) expect(url.href).toContain("@db.example:5433/koers?sslmode=require");
    expect(new Set(urls.map((url) => url.password)).size).toBe(3);
    expect(urls.map((url) => url.href).join()).not.toMatch(/pass%40word|a%20secret/);
  });

  it("lead through the pooler, except for jobs, which have to listen", () => {
    const urls = roleUrls(owner, secret, "pool.example:6432/koers_pool");
    expect(urls.APP_DATABASE_URL).toContain("@pool.example:6432/koers_pool?");
    expect(urls.AUTH_DATABASE_URL).toContain("@pool.example:6432/koers_pool?");
    expect(urls.JOB_DATABASE_URL).toContain("@db.example:5433/koers?");
    expect(() => roleUrls(owner, secret, "pool.example")).toThrow(/host:port\/database/);
  });

  it.each(["APP_DATABASE_URL", "AUTH_DATABASE_URL", "JOB_DATABASE_URL"])(
    "%s signs in, without any power",
    async (name) => {
      const client = new Client(process.env[name]);
      await client.connect();
      const { rows } = await client.query(
        "select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolinherit from pg_roles where rolname = current_user",
      );
      expect(Object.values(rows[0])).toEqual([false, false, false, false, false]);
      await expect(client.query("create table public.mine (id int)")).rejects.toThrow(/permission denied/);
      await expect(client.query("create schema mine")).rejects.toThrow(/permission denied/);
      await client.end();
    },
  );
});
