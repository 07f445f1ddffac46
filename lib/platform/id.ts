import { v7 } from "uuid";

/** A new id: a uuid of version 7, so that ids made later sort later. Works in browser and server. */
export const newId = (): string => v7();
