import "server-only";
import { jsonQuery } from "@/lib/platform/verb";
import { findStatement } from "./find-sql";
import { Find } from "./input";
import type { SearchView } from "./view";

/** Companies, people, deals and processes by their words, in one round trip. Without a text: those named as recent. */
export const searchFind = jsonQuery<typeof Find, SearchView>({
  name: "search.find",
  input: Find,
  can: "deal.read",
  statement: findStatement,
});
