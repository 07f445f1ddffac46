import { newId } from "@/lib/platform/id";
import type { Samples } from "../ground";

export const apiKeys: Samples = {
  "api-key.create": () => ({ id: newId(), name: "Reports", role: "viewer" }),
  "api-key.list": () => ({}),
  "api-key.revoke": ({ apiKey }) => ({ id: apiKey }),
};
