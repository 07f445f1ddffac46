/** An error whose message is already the sentence the user should read. */
export class Refusal extends Error {
  name = "Refusal";
}

const NO_SPACE =
  "The disk is full. Free some space (the database and the builds are in .data) and run the command again; nothing was lost.";

const BY_CODE = {
  ENOSPC: NO_SPACE,
  53100: NO_SPACE,
  EDQUOT: "Your disk quota is used up. Free some space and run the command again; nothing was lost.",
  EROFS: "This folder is read-only. Move the checkout to a folder you can write to.",
  EMFILE:
    "Too many files are open on this machine. Raise the limit (ulimit -n 4096) and run the command again.",
  ECONNREFUSED: "The database does not answer. Check DATABASE_URL, or unset it to use the embedded database.",
  ENOTFOUND: "The host in DATABASE_URL cannot be found. Check the address.",
  "28P01": "The database refused the password in DATABASE_URL. Check the user name and password.",
  "3D000": "The database named in DATABASE_URL does not exist. Create it, then run the command again.",
  53300: "The database has no connections left. Close other programs that use it, or raise max_connections.",
};

/** One sentence for a person who has to do something about it; never a stack trace for what we foresaw. */
export function explain(error) {
  if (error instanceof Refusal) return error.message;
  const code = error?.code ?? error?.errors?.[0]?.code;
  const known = BY_CODE[code];
  if (known) return known;
  if (code === "EACCES" || code === "EPERM") {
    return `No permission to write ${error.path ?? "here"}. Give this user write access, or move the checkout.`;
  }
  const text = String(error?.output ?? error?.message ?? error);
  if (isDiskFull(text)) return NO_SPACE;
  return error?.message || String(error);
}

/** Whether the output of a program says that the disk is full. */
export function isDiskFull(text) {
  return /ENOSPC|no space left on device|could not extend file|disk full/i.test(text);
}
