import { v5 } from "uuid";

const DEMO = "6d1c2f0e-5b1a-4c7d-9a54-0f2b7f1d3c11";

/** The id of a thing of the demo: the same for the same name, so that loading twice makes nothing twice. */
export const demoId = (...parts: (string | number)[]): string => v5(parts.join("/"), DEMO);
