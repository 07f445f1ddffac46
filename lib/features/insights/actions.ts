import { reader } from "@/lib/platform/door";
import type { InsightDeals } from "./input";
import type { InsightDealsPage } from "./view";

export const readInsightDeals = reader<InsightDeals, InsightDealsPage>("insights.deals");
