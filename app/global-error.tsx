"use client";

import "./globals.css";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import en from "@/lib/platform/i18n/messages/en/common.json";
import nl from "@/lib/platform/i18n/messages/nl/common.json";

/** Stands in for the whole document when the root layout itself fails, so it brings its own words and needs no provider. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const [dutch, setDutch] = useState(false);
  useEffect(
    () => setDutch(/(?:^|; )locale=nl/.test(document.cookie) || navigator.language.startsWith("nl")),
    [],
  );
  const words = (dutch ? nl : en).error;
  const code = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : null;
  return (
    <html lang={dutch ? "nl" : "en"}>
      <body>
        <title>{words.title}</title>
        <main className="mx-auto flex max-w-xl flex-col items-start gap-3 p-6 pt-24">
          <h1 className="page-title">{words.title}</h1>
          <p className="text-ink-2">{code ? words.text.replace("{code}", code) : words.textPlain}</p>
          <Button variant="primary" onClick={() => retry()}>
            {words.action}
          </Button>
        </main>
      </body>
    </html>
  );
}
