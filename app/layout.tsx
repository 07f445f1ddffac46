import "@fontsource-variable/instrument-sans/index.css";
import "@fontsource-variable/newsreader/opsz.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toaster";
import { RAIL_COOKIE, readTheme, THEME_COOKIE } from "@/lib/platform/i18n/locale";
import { EVERYWHERE, pickMessages } from "@/lib/platform/i18n/sections";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: "Koers", template: "%s · Koers" },
    description: t("tagline"),
    icons: { icon: "/icon.svg", apple: "/apple-icon.png" },
    appleWebApp: { title: "Koers" },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f6f2" },
    { media: "(prefers-color-scheme: dark)", color: "#121614" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, jar] = await Promise.all([getLocale(), getMessages(), cookies()]);
  const theme = readTheme(jar.get(THEME_COOKIE)?.value);
  // Theme and rail are read on the server, so the first paint is right without a script.
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      data-rail={jar.get(RAIL_COOKIE)?.value === "icons" ? "icons" : undefined}
    >
      <body>
        <NextIntlClientProvider messages={pickMessages(messages, EVERYWHERE)}>
          <div className="app-root">{children}</div>
          <Toaster />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
