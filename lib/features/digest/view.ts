import type { Instant } from "@/lib/domain/shared/day";

export type DigestChoice = "working-days" | "off";

/** A mail as it is sent. */
export type MailView = {
  id: string;
  at: Instant;
  name: string;
  address: string;
  subject: string;
  body: string;
};
export type MailPage = {
  mails: MailView[];
  next: { at: Instant; id: string } | null;
  timeZone: string;
};
