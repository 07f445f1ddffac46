import { newId } from "@/lib/platform/id";
import type { Samples } from "../ground";

export const registers: Samples = {
  "registers.list": () => ({}),
  "registers.choices": () => ({}),
  "registers.merge-preview": ({ entry, otherEntry }) => ({ id: entry, into: otherEntry }),
  "register.add": () => ({ id: newId(), kind: "objection", name: { en: "Too dear" } }),
  "register.change": ({ entry }) => ({ id: entry, version: 1, set: { name: { en: "Churn" } } }),
  "register.archive": ({ entry }) => ({ id: entry }),
  "register.restore": ({ entry }) => ({ id: entry }),
  "register.merge": ({ entry, otherEntry }) => ({ id: entry, into: otherEntry }),
  "register.undo-merge": ({ mergedEntry }) => ({ id: mergedEntry }),
};
