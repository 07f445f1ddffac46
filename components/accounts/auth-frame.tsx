import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageChoice } from "./language-choice";

// The route glyph of the product, drawn wide: the line that the sign-in card stands on.
function Line() {
  return (
    <svg viewBox="0 0 400 24" className="w-full text-accent" aria-hidden="true">
      <path d="M10 12h230" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <path
        d="M240 12h150"
        stroke="currentColor"
        strokeWidth="3"
        strokeDasharray="0 8"
        strokeLinecap="round"
      />
      {[10, 125, 390].map((x) => (
        <circle
          key={x}
          cx={x}
          cy="12"
          r="7"
          fill={x === 390 ? "var(--surface)" : "currentColor"}
          stroke="currentColor"
          strokeWidth="3"
        />
      ))}
      <circle cx="240" cy="12" r="9" fill="var(--here)" />
      <circle cx="240" cy="12" r="3.5" fill="var(--surface)" />
    </svg>
  );
}

/** Pages outside an organisation: the name, what it is, one sheet and the language. */
export function AuthFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-8">
      <header className="flex flex-col gap-3">
        <p className="font-serif text-page font-medium">Koers</p>
        <Line />
        <p className="font-serif text-lead text-ink-2">{t("tagline")}</p>
      </header>
      <main className="rounded-card border border-line bg-surface p-5 sm:p-6">{children}</main>
      <footer className="flex justify-center">
        <LanguageChoice />
      </footer>
    </div>
  );
}
