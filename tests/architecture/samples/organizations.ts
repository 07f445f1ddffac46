import type { Samples } from "../ground";

export const organizations: Samples = {
  "organization.checklist": () => ({}),
  "organization.me": () => ({}),
  "organization.set": () => ({
    version: 1,
    name: "Maasdal",
    timeZone: "Europe/Amsterdam",
    workingDays: [1, 2, 3, 4],
    workFrom: "08:30",
    workUntil: "17:00",
    holidayRegion: "NL",
    currency: "EUR",
    languages: ["nl"],
    timing: { plannedDays: null, stepWindow: { unit: "working-days", latest: 5 } },
  }),
  "organization.set-rate": () => ({ base: "GBP", quote: "EUR", day: "2026-01-01", rate: "1.2" }),
  "organization.remove-rate": () => ({ base: "USD", quote: "EUR", day: "2026-01-01" }),
  "organization.settings": () => ({}),
  "organization.throw-example-away": () => ({}),
  "visibility.read": () => ({}),
  "visibility.seen": () => ({}),
  "visibility.set": ({ team, role }) => ({
    version: 1,
    rules: {
      roles: { manager: "all", rep: "own", viewer: "all" },
      commercialRoles: [{ id: role, sees: "team" }],
      teams: [{ id: team, sees: "all" }],
    },
  }),
};
