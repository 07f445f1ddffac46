"use client";

import { Mail, MapPin, MessageSquare, Phone, StickyNote, Users, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ActivityKind } from "@/lib/domain/run/events";
import { tile } from "./tile";

const KINDS = [
  { kind: "call", Icon: Phone },
  { kind: "meeting", Icon: Users },
  { kind: "email", Icon: Mail },
  { kind: "visit", Icon: MapPin },
  { kind: "note", Icon: StickyNote },
] as const;
const SELDOM = [
  { kind: "video", Icon: Video },
  { kind: "message", Icon: MessageSquare },
] as const;

/** What was done: the five of every day large, the others below. */
export function Kinds({
  value,
  onChange,
}: {
  value: ActivityKind | null;
  onChange: (kind: ActivityKind) => void;
}) {
  const t = useTranslations("deals.log");
  return (
    <fieldset>
      <legend className="mb-1 text-caption text-ink-2">{t("what")}</legend>
      <div className="grid grid-cols-5 gap-2">
        {KINDS.map(({ kind, Icon }) => (
          <button
            key={kind}
            type="button"
            aria-pressed={kind === value}
            onClick={() => onChange(kind)}
            className={tile(kind === value, "min-h-17 flex-col")}
          >
            <Icon className="size-5" strokeWidth={1.6} aria-hidden="true" />
            {t(`kind.${kind}`)}
          </button>
        ))}
      </div>
      <div className="mt-2 grid grid-cols-2 gap-2">
        {SELDOM.map(({ kind, Icon }) => (
          <button
            key={kind}
            type="button"
            aria-pressed={kind === value}
            onClick={() => onChange(kind)}
            className={tile(kind === value)}
          >
            <Icon className="size-4" strokeWidth={1.6} aria-hidden="true" />
            {t(`kind.${kind}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
