import "server-only";
import { z } from "zod";
import { query } from "@/lib/platform/verb";
import { TodayPage } from "./input";
import { findToday, listOf } from "./list";
import { readToday } from "./read";
import { readTidy } from "./tidy";
import type { TidyView, TodayList, TodayView } from "./view";

/** Everything that waits for the person asking, in order, with what is quiet and what comes. */
export const todayRead = query({
  name: "today.read",
  input: z.strictObject({}),
  can: "deal.read",
  run: ({ tx, ctx }): Promise<TodayView> => readToday(tx, ctx),
});

/** The next page of the list. */
export const todaySteps = query({
  name: "today.steps",
  input: TodayPage,
  can: "deal.read",
  run: async ({ tx, ctx, input }): Promise<TodayList> => listOf(await findToday(tx, ctx), input.after),
});

/** The deviations of the last weeks on one's own deals that nobody gave a reason for. */
export const todayTidy = query({
  name: "today.tidy",
  input: z.strictObject({}),
  can: "deal.read",
  run: ({ tx, ctx }): Promise<TidyView> => readTidy(tx, ctx),
});
