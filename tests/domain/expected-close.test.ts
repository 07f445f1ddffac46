import { describe, expect, it } from "vitest";
import { refuseClose } from "@/lib/domain/run/expected-close";

const TODAY = "2026-11-25";

describe("the day a deal is expected to close", () => {
  it.each([
    ["2026-12-31", "2026-11-01", null],
    ["the day it began", "2026-11-01", null],
    ["2026-10-31", "2026-11-01", "close-before-opened"],
    ["1999-01-01", "2026-11-01", "close-too-far"],
    ["0001-01-01", null, "close-too-far"],
    ["9999-12-31", "2026-11-01", "close-too-far"],
    ["2046-11-24", "2026-11-01", null],
    ["2046-11-26", "2026-11-01", "close-too-far"],
    // A deal that came from a file with a history of its own.
    ["2019-06-30", "2019-01-15", null],
    ["2018-12-31", "2019-01-15", "close-before-opened"],
    // One of long ago, and a day beside its beginning.
    ["1999-06-30", "1999-01-15", null],
    ["1998-06-30", "1999-01-15", "close-before-opened"],
    // Nobody knows when it began.
    ["2019-06-30", null, null],
  ])("%s of a deal of %s: %s", (day, opened, code) => {
    const refused = refuseClose(day === "the day it began" ? String(opened) : day, opened, TODAY);
    expect(refused?.code ?? null).toBe(code);
    if (refused) expect(refused.field).toBe("expectedClose");
  });
});
