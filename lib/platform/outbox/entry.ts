import type { Instant } from "@/lib/domain/shared/day";
import type { Refusal } from "@/lib/domain/shared/result";

/** A write that was made on this device and is not known to have arrived. */
export type Entry = {
  /** Made on the device; also its idempotency key, so that it arrives once however often it is sent. */
  readonly id: string;
  /** The organisation's address. */
  readonly org: string;
  /** The membership it is for: a person in that organisation. */
  readonly member: string;
  readonly madeAt: Instant;
  /** The command's name, and its input. */
  readonly verb: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What the person calls it: about what, and what in short. */
  readonly about: string;
  readonly what: string;
  /**
   * `waiting` is sent by itself. `unfinished` lacks something that only its person can say, and `refused` was refused by
   * the server: both stay until the person mends or throws them away.
   */
  readonly state: "waiting" | "unfinished" | "refused";
  readonly refusal: Refusal | null;
  /** How often it was on its way: after once, it may have arrived although no answer came. */
  readonly tries: number;
};
