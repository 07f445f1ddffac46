"use client";

import { type AbstractIntlMessages, IntlProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";

/** Adds messages to those that the pages around it have; a provider by itself would put them in their place. */
export function MoreMessages({
  messages,
  children,
}: {
  messages: Partial<AbstractIntlMessages>;
  children: ReactNode;
}) {
  const locale = useLocale();
  const outer = useMessages();
  const all = useMemo(() => ({ ...outer, ...messages }) as AbstractIntlMessages, [outer, messages]);
  return (
    <IntlProvider locale={locale} messages={all}>
      {children}
    </IntlProvider>
  );
}
