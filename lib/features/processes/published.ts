import "server-only";
import { query } from "@/lib/platform/verb";
import { PublishedAsk } from "./input-library";
import { publishedPage } from "./store-published";
import type { PublishedList } from "./view";

/** The processes in use with the stages and steps of what is published, a page at a time; `next` continues after the last one. */
export const processesPublished = query({
  name: "processes.published",
  input: PublishedAsk,
  can: "process.read",
  async run({ tx, ctx, input }): Promise<PublishedList> {
    const { rows, total } = await publishedPage(tx, ctx.org.id, input);
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return { rows: page, total, next: rows.length > page.length && last ? { id: last.id } : null };
  },
});
