import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { behindFormula, withoutFormula } from "@/lib/domain/shared/formula";

describe("a text in a cell", () => {
  it.each(["=1+1", "+31 20", "-5", "@home", "\tx", "\rx", "＝1", "'=1", "''@x"])(
    "is no formula: %j",
    (text) => {
      expect(withoutFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(["", "Deal", "'t Hooge", "5 = 5", "a-b", "' =1"])("stays what it is: %j", (text) => {
    expect(withoutFormula(text)).toBe(text);
    expect(behindFormula(text)).toBe(text);
  });

  it("comes back as it went, whatever it is", () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+@-]?.{0,3}$/));
    fc.assert(fc.property(text, (said) => behindFormula(withoutFormula(said)) === said));
    fc.assert(fc.property(text, (said) => !/^[=+\-@\t\r]/.test(withoutFormula(said))));
  });
});
