import { expect, it } from "vitest";
import { titleBeside } from "@/lib/domain/shared/title-beside";

it.each([
  ["Acme · GTX Pro", "Acme", "GTX Pro"],
  ["Acme · GTX Pro · 2", "Acme", "GTX Pro · 2"],
  ["Acme", "Acme", "Acme"],
  ["Acme · GTX Pro", "Other", "Acme · GTX Pro"],
  ["Acme · GTX Pro", null, "Acme · GTX Pro"],
  ["Acme and more", "Acme", "Acme and more"],
])("%s beside %s", (title, company, shown) => {
  expect(titleBeside(title, company)).toBe(shown);
});
