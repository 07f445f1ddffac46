import type { Channel, Importance } from "../process/types";

/** Words in English and Dutch, without accents, for what follows `!`. */
export const IMPORTANCE_WORDS: Readonly<Record<string, Importance>> = {
  key: "key",
  important: "key",
  belangrijk: "key",
  sleutel: "key",
  sleutelstap: "key",
  normal: "normal",
  gewoon: "normal",
  normaal: "normal",
  optional: "optional",
  optioneel: "optional",
  mag: "optional",
};

/** For what follows `#`. */
export const CHANNEL_WORDS: Readonly<Record<string, Channel>> = {
  call: "call",
  phone: "call",
  bel: "call",
  bellen: "call",
  telefoon: "call",
  meeting: "meeting",
  gesprek: "meeting",
  afspraak: "meeting",
  visit: "visit",
  bezoek: "visit",
  bezoeken: "visit",
  email: "email",
  "e-mail": "email",
  mail: "email",
  mailen: "email",
  video: "video",
  videocall: "video",
  videogesprek: "video",
  beeldbellen: "video",
  message: "message",
  bericht: "message",
  chat: "message",
  app: "message",
  document: "document",
  doc: "document",
  internal: "internal",
  intern: "internal",
};

/** Whoever owns the run, for what follows `@`. */
export const RUN_OWNER_WORDS = new Set(["me", "owner", "ik", "mij", "eigenaar"]);
