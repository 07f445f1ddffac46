import { describe, expect, it } from "vitest";
import { evidenceOf } from "@/components/imports/evidence";
import { createNumberJudge } from "@/lib/domain/import/numbers";
import type { ColumnView, ImportView } from "@/lib/features/imports/view";
import { formatter } from "@/lib/platform/i18n/format";

describe("what was read of a file", () => {
  const column = (field: string, value: string): ColumnView => {
    const judge = createNumberJudge();
    judge.add(value, 2);
    return {
      target: { kind: "field", field },
      header: field,
      numbers: "plain",
      dates: null,
      emptyWords: [],
      numberVerdict: judge.verdict(),
    } as unknown as ColumnView;
  };
  const numberExample = (field: string, value: string, locale: "en" | "nl") => {
    const view = {
      kind: "companies",
      reading: {
        encoding: { encoding: "utf-8", because: "valid", sample: null },
        separators: [],
        separator: ",",
        rows: 1,
        headerRow: 1,
        header: [],
        preamble: [],
        footers: [],
        ragged: { count: 0, samples: [] },
      },
      mapping: { columns: [column(field, value)] },
    } as unknown as ImportView;
    const evidence = evidenceOf(view, (key) => key, formatter(locale));
    return evidence.find(({ key }) => key.startsWith("numbers"))?.example;
  };

  it("writes an amount in the language's own way, and a year as a year", () => {
    expect(numberExample("employees", "1996", "en")).toBe("1996 → 1,996");
    expect(numberExample("employees", "1996", "nl")).toBe("1996 → 1.996");
    expect(numberExample("yearEstablished", "1996", "en")).toBe("1996 → 1996");
    expect(numberExample("yearEstablished", "1996", "nl")).toBe("1996 → 1996");
  });
});
