import { accountAction, action } from "@/lib/platform/door";
import type { Nothing, OpenExample } from "./input";

export const openExample = accountAction<OpenExample, { slug: string }>("account.open-example");
export const throwExampleAway = action<Nothing, object>("organization.throw-example-away");
