import type { Question } from "@/lib/features/imports/view";

/** How many answers are still asked: one for each value or name that is listed, not one for each list. */
export const openQuestions = (questions: readonly Question[]): number =>
  questions.reduce((sum, question) => sum + ("count" in question ? question.count : 1), 0);
