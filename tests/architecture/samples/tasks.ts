import { newId } from "@/lib/platform/id";
import type { Samples } from "../ground";

export const tasks: Samples = {
  "task.add": ({ deal, contact, member }) => ({
    id: newId(),
    title: "Call back",
    dealId: deal,
    contactId: contact,
    assigneeId: member,
    due: { day: "2026-12-01", minutes: 600 },
  }),
  "task.edit": ({ task, member }) => ({
    id: task,
    version: 1,
    fields: { title: "Call", assigneeId: member },
  }),
  "task.finish": ({ task }) => ({ id: task }),
  "task.reopen": ({ task }) => ({ id: task }),
  "task.delete": ({ task }) => ({ id: task }),
  "task.restore": ({ deletedTask }) => ({ id: deletedTask }),
  "tasks.of": ({ deal }) => ({ on: "deal", id: deal }),
  "tasks.mine": () => ({}),
};
