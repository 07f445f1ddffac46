import { describe, expect, it } from "vitest";
import { textOf } from "@/components/processes/read-file";
import { MOST_FILE_BYTES } from "@/lib/features/processes/view";

const TEXT = '{ "name": "Café, één stap" }';
const file = (bytes: Uint8Array<ArrayBuffer> | string) => new Blob([bytes]);
const utf16 = (text: string, mark: boolean) =>
  new Uint8Array(
    [...(mark ? [0xfeff] : []), ...Array.from(text, (letter) => letter.charCodeAt(0))].flatMap((unit) => [
      unit & 0xff,
      unit >> 8,
    ]),
  );

describe("the bytes of a process file", () => {
  it("are text in UTF-8, with a mark or without", async () => {
    expect(await textOf(file(TEXT))).toBe(TEXT);
    expect(await textOf(file(`\uFEFF${TEXT}`))).toBe(TEXT);
  });

  it.each([
    ["Windows-1252", Uint8Array.from(TEXT, (letter) => letter.charCodeAt(0))],
    ["UTF-16 with a mark", utf16(TEXT, true)],
    ["UTF-16 without a mark", utf16('{ "name": "Plain" }', false)],
    ["UTF-8 that was cut off", new TextEncoder().encode("Café").slice(0, -1)],
  ])("are refused in %s", async (_, bytes) => {
    expect(await textOf(file(bytes))).toMatchObject({ code: "process-file.not-utf8" });
  });

  it("are refused when there are too many or when they cannot be read", async () => {
    const big = { size: MOST_FILE_BYTES + 1, arrayBuffer: () => Promise.reject(new Error("not asked")) };
    expect(await textOf(big)).toMatchObject({ code: "process-file.too-big" });
    const moved = { size: 10, arrayBuffer: () => Promise.reject(new Error("moved")) };
    expect(await textOf(moved)).toMatchObject({ code: "process-file.unreadable" });
  });
});
