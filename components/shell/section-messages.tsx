import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { pickMessages, SECTIONS, type Section } from "@/lib/platform/i18n/sections";
import { MoreMessages } from "./more-messages";

/** Sends the messages of a section to the browser, beside those that are there already. */
export async function SectionMessages({ of, children }: { of: Section; children: ReactNode }) {
  const messages = pickMessages(await getMessages(), SECTIONS[of]);
  return <MoreMessages messages={messages}>{children}</MoreMessages>;
}
