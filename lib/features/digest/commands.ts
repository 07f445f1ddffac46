import "server-only";
import { command } from "@/lib/platform/verb";
import { ChooseDigest } from "./input";
import { choose } from "./store";
import type { DigestChoice } from "./view";

/** Chooses whether the day comes by mail; one's own, so it asks no more than being here. */
export const chooseDigest = command({
  name: "digest.choose",
  input: ChooseDigest,
  can: "organization.read",
  async run({ tx, ctx, input }): Promise<{ digest: DigestChoice }> {
    await choose(tx, ctx.org.id, ctx.member.id, input.digest);
    return { digest: input.digest };
  },
});
