import { DATE_READINGS, type DateReading, readDate } from "./date-readings";
import { isEmptyCell } from "./empties";
import { createJudge, type Judge, type Verdict } from "./judge";

export type DateVerdict = Verdict<DateReading>;

/**
 * Judges how a whole column writes its dates: `createDateJudge().add(value, row)...verdict()`. A sample's `means` is the
 * day (and time) the value stands for. Days up to the twelfth in every row, such as 03-04-2025, are a question.
 */
export const createDateJudge = (): Judge<DateReading> =>
  createJudge(
    DATE_READINGS,
    (value, reading) => {
      const written = readDate(value, reading);
      if (!written) return null;
      return written.clock
        ? `${written.day} ${clockText(written.clock.msOfDay)}${written.clock.zone ?? ""}`
        : written.day;
    },
    isEmptyCell,
  );

function clockText(msOfDay: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${two(msOfDay / 3_600_000)}:${two((msOfDay / 60_000) % 60)}:${two((msOfDay / 1000) % 60)}`;
}
