import {
  ArrowRight,
  Briefcase,
  Building2,
  Keyboard,
  ListFilter,
  type LucideIcon,
  Play,
  Route,
  UserRound,
} from "lucide-react";
import { cn } from "@/components/ui/cn";
import { segments } from "./fold";
import type { Icon, Item } from "./items";

const ICONS: Readonly<Record<Icon, LucideIcon>> = {
  deal: Briefcase,
  company: Building2,
  contact: UserRound,
  process: Route,
  do: Play,
  go: ArrowRight,
  more: ListFilter,
  keys: Keyboard,
};

/** A row of the palette: what it is, with the typed part marked, what more is known, and its keys. */
export function PaletteRow({
  item,
  typed,
  near,
}: {
  item: Item;
  typed: readonly string[];
  near: readonly string[];
}) {
  const Mark = ICONS[item.icon];
  const piece = (text: string) => {
    let at = 0;
    return segments(text, typed, near).map((segment) => {
      const key = at;
      at += segment.text.length;
      return segment.marked ? (
        <mark
          key={key}
          className="bg-transparent font-semibold text-inherit underline decoration-accent decoration-2 underline-offset-4"
        >
          {segment.text}
        </mark>
      ) : (
        <span key={key}>{segment.text}</span>
      );
    });
  };
  return (
    <>
      <Mark className="size-4.5 shrink-0 text-ink-2" strokeWidth={1.6} aria-hidden="true" />
      <span className="min-w-0 flex-1 sm:flex sm:items-baseline sm:gap-2.5">
        <bdi
          className={cn(
            "font-medium",
            item.hint ? "block truncate sm:max-w-[70%] sm:shrink-0" : "line-clamp-2",
          )}
        >
          {piece(item.label)}
        </bdi>
        {item.hint && (
          <bdi className="block truncate text-caption font-normal text-ink-3">{piece(item.hint)}</bdi>
        )}
      </span>
      {item.keys && (
        <span aria-hidden="true" className="shrink-0 text-caption font-normal text-ink-3 touch:hidden">
          {item.keys}
        </span>
      )}
    </>
  );
}
