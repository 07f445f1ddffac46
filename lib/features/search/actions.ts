import { reader } from "@/lib/platform/door";
import type * as Input from "./input";
import type { SearchView } from "./view";

export const find = reader<Input.Find, SearchView>("search.find");
