import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { command } from "@/lib/platform/verb";
import { Nothing } from "./input";
import { abandon } from "./store-example";

/**
 * Throws the person's example away: nobody gets in any more, and the next nightly emptying of the trash erases its deals,
 * companies and people of companies. Refuses not-an-example for any other organisation.
 */
export const throwExampleAway = command({
  name: "organization.throw-example-away",
  input: Nothing,
  can: "organization.edit",
  async run({ tx, ctx }) {
    if (!ctx.org.isExample) return refuse("not-an-example");
    await abandon(tx, ctx.org.id, ctx.now);
    return {};
  },
});
