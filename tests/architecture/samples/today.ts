import type { Samples } from "../ground";

export const today: Samples = {
  "today.read": () => ({}),
  "today.steps": ({ deal }) => ({ after: { id: deal, stepKey: "first-a" } }),
  "today.tidy": () => ({}),
  "today.snooze": ({ deal }) => ({ id: deal, stepKey: "first-a", until: "2026-11-27" }),
  "today.wake": ({ deal }) => ({ id: deal, stepKey: "first-a" }),
};
