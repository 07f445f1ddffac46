import { action, reader } from "@/lib/platform/door";
import type { SeenUnder, SetVisibility } from "./input";
import type { SeenPreview } from "./view";

export const setVisibility = action<SetVisibility, { version: number }>("visibility.set");
export const seenUnder = reader<SeenUnder, SeenPreview>("visibility.seen");
