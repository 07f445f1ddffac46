import crypto from "node:crypto";
import fs from "node:fs";
import { dataPath } from "./env.mjs";
import { Refusal } from "./explain.mjs";

/**
 * The one secret of an installation: KOERS_SECRET, or else a random one kept in `.data/secret`.
 * Every instance on the same database needs the same one.
 */
export function installationSecret() {
  const given = process.env.KOERS_SECRET;
  if (given) {
    if (given.length < 24)
      throw new Refusal(
        "KOERS_SECRET is too short. Use 24 characters or more, for example from `openssl rand -base64 32`.",
      );
    return given;
  }
  const file = dataPath("secret");
  try {
    // "wx": of two starts that race, one writes and the other reads
    fs.writeFileSync(file, `${crypto.randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const kept = fs.readFileSync(file, "utf8").trim();
  if (kept.length < 24)
    throw new Refusal(
      `${file} is damaged (too short). Delete it; it is made anew, and everyone signs in again.`,
    );
  return kept;
}

/** A secret for one purpose: base64url of HMAC-SHA256(secret, label). Knowing one tells nothing about another. */
export function derive(secret, label) {
  return crypto.createHmac("sha256", secret).update(label).digest("base64url");
}
