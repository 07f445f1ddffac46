import { action, reader } from "@/lib/platform/door";
import type { MaturityRows, RecordReview } from "./input";
import type { GateRows } from "./view";

export const recordReview = action<RecordReview, { id: string; day: string }>("review.record");
export const readGateRows = reader<MaturityRows, GateRows>("maturity.rows");
