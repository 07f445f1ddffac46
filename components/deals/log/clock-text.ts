/** Minutes past midnight as "9:05"; nothing for null. */
export const clockText = (minutes: number | null): string =>
  minutes === null ? "" : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
