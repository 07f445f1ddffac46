import "server-only";
import type { Locale } from "@/lib/domain/shared/text";
import { organizations } from "@/lib/features/runs/rebuild-all";
import { pools } from "@/lib/platform/db/pools";
import { env } from "@/lib/platform/env";
import { execute, read } from "@/lib/platform/execute";
import { isLocale } from "@/lib/platform/i18n/locale";
import type { Scheduled, Task } from "@/lib/platform/jobs/worker";
import type { Result } from "@/lib/platform/verb";
import { digestDue, giveReminders, writeDigest } from "./write";

const callerOf = (orgId: string) => ({ kind: "job", orgId, actorId: null, as: "job" }) as const;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`a job of the digest was refused: ${result.refusal.code}`);
  return result.value;
}

/** Gives an organisation's reminders that are due at `now`; however often and however many at once, each comes once. */
export async function remind(orgId: string, now: Date): Promise<number> {
  return must(await execute(giveReminders, callerOf(orgId), {}, { now })).given;
}

/** Writes the digests that are due in an organisation at `now`; gives how many that were. */
export async function writeDigests(orgId: string, now: Date, stop?: AbortSignal): Promise<number> {
  const due = must(await read(digestDue, callerOf(orgId), {}, { now }));
  if (due.length === 0) return 0;
  const users = await pools().auth.user.findMany({
    where: { id: { in: due.map(({ userId }) => userId) } },
    select: { id: true, locale: true },
  });
  const locales = new Map(users.map(({ id, locale }) => [id, locale]));
  let written = 0;
  for (const { id: memberId, userId } of due) {
    if (stop?.aborted) break;
    const said = locales.get(userId) ?? "";
    const locale: Locale = isLocale(said) ? said : "en";
    const input = { memberId, locale, url: env().NEXTAUTH_URL };
    if (must(await execute(writeDigest, callerOf(orgId), input, { now })).written) written += 1;
  }
  return written;
}

const REMIND = "inbox.remind";
const DIGEST = "digest.write";

const each =
  (work: (orgId: string, now: Date, stop: AbortSignal) => Promise<number>): Task =>
  async (_payload, { signal }) => {
    for (const { id } of await organizations()) {
      if (signal?.aborted) return;
      await work(id, new Date(), signal as AbortSignal);
    }
  };

/** The jobs of reminders and digests, by their names in the queue. */
export const DIGEST_TASKS: Readonly<Record<string, Task>> = {
  [REMIND]: each((orgId, now) => remind(orgId, now)),
  [DIGEST]: each(writeDigests),
};

/** Reminders every minute; digests every quarter of an hour, each organisation's in its own morning. */
export const DIGEST_SCHEDULE: readonly Scheduled[] = [
  { task: REMIND, match: "* * * * *" },
  { task: DIGEST, match: "*/15 * * * *" },
];
