import { newId } from "@/lib/platform/id";
import type { Samples } from "../ground";

export const calls: Samples = {
  "call.plan": ({ deal, callProcess, contact, member }) => ({
    id: newId(),
    dealId: deal,
    processId: callProcess,
    when: { day: "2026-11-26", minutes: 600 },
    stepKey: "first-a",
    goal: "Know who decides",
    people: [contact],
    ownerId: member,
  }),
  "call.change": ({ call, contact, member }) => ({
    id: call,
    version: 1,
    set: { goal: "Know the budget", people: [contact], ownerId: member },
  }),
  "call.debrief": ({ call }) => ({
    id: call,
    version: 1,
    result: "partly",
    learned: "They decide in spring",
    task: { id: newId(), title: "Send the summary", day: "2026-11-27" },
  }),
  "call.cancel": ({ call }) => ({ id: call, version: 1, reason: "no-show" }),
  "call.reopen": ({ cancelledCall }) => ({ id: cancelledCall, version: 2 }),
  "call.tick-step": ({ call }) => ({ id: call, stepKey: "first-a", done: true }),
  "call.delete": ({ call }) => ({ id: call, version: 1 }),
  "call.restore": ({ deletedCall }) => ({ id: deletedCall }),
  "calls.read": ({ call }) => ({ id: call }),
  "calls.choices": ({ deal }) => ({ dealId: deal, stepKey: "first-a" }),
  "calls.of": ({ deal }) => ({ dealId: deal }),
  "calls.today": () => ({}),
  "calls.figures": ({ callProcess }) => ({ processId: callProcess }),
};
