import "server-only";
import { refuse } from "@/lib/domain/shared/result";
import { accountCommand } from "@/lib/platform/account";
import { newId } from "@/lib/platform/id";
import { castOf } from "./home";
import { OpenExample } from "./input";
import { loadHome } from "./load";
import { findExample } from "./store-example";
import { DEMO_WORLDS } from "./worlds";

/** A fifth of the demo's deals: enough for every figure to speak, few enough to be there in seconds. */
const SHARE = 0.2;
/** Filling takes seconds; what was begun longer ago than this was broken off. */
const FILLING_MS = 60_000;

/**
 * Opens the person's example: an organisation of their own with made-up people and two years of deals. It is filled the first
 * time, which takes seconds; one that was broken off is filled on. Gives its address part. Refuses example-opening while
 * another window fills it: then ask again.
 */
export const openExample = accountCommand({
  name: "account.open-example",
  input: OpenExample,
  who: "signed-in",
  async run({ auth, user, input, now }) {
    if (!user) return refuse("signed-out");
    const mine = await findExample(auth, user.id);
    if (mine?.isDemo) return { slug: mine.slug };
    if (mine && now.getTime() - mine.createdAt.getTime() < FILLING_MS) return refuse("example-opening");
    const world = DEMO_WORLDS.find(({ languages }) => languages[0] === input.locale) ?? DEMO_WORLDS[0];
    if (!world) throw new Error("there is no world to make an example of");
    const orgId = mine?.id ?? newId();
    const slug = mine?.slug ?? `example-${orgId.slice(-12)}`;
    const members = castOf(world, user);
    const home = { world, orgId, slug, name: world.name, members, exampleOf: user.id, share: SHARE };
    return (await loadHome(home, now)) ? { slug } : refuse("example-opening");
  },
});
