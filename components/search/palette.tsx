"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { type Command, pageCommands } from "@/components/shell/commands";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { SEARCH_LENGTH } from "@/lib/features/search/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { wordsOf } from "./fold";
import { type Destination, type Group, type Item, paletteGroups } from "./items";
import { PaletteRow } from "./palette-row";
import { type Opened, recentOnes } from "./recent";
import { useFind } from "./use-find";
import { useFoundWords } from "./words";

/** Search and everything that can be done from here, by typing. A combobox with its list in a dialog. */
export default function Palette({
  org,
  member,
  destinations,
  open,
  onOpenChange,
  onKeys,
}: {
  org: string;
  member: string;
  destinations: readonly Destination[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onKeys: () => void;
}) {
  const t = useTranslations("search");
  const say = useRefusal();
  const router = useRouter();
  const words = useFoundWords();
  const [text, setText] = useState("");
  const [commands, setCommands] = useState<readonly Command[]>([]);
  const [recent, setRecent] = useState<readonly Opened[]>([]);
  useEffect(() => {
    if (!open) return;
    // What the page below offers, and what was opened, at the moment the palette comes over it.
    setCommands(pageCommands());
    setRecent(recentOnes(member));
    setText("");
  }, [open, member]);
  const q = text.trim();
  const answer = useFind(org, q, recent, open);
  const waiting = answer?.q !== q;
  const groups = useMemo(() => {
    const typed = wordsOf(q);
    const found = answer?.q === q ? answer.view : { hits: [], near: [] };
    const showKeys = onKeys;
    return paletteGroups(org, { q, typed, found }, { commands, destinations, showKeys }, words(q));
  }, [org, q, answer, commands, destinations, onKeys, words]);
  const typed = useMemo(() => wordsOf(q), [q]);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);

  const choose = (item: Item) => {
    onOpenChange(false);
    if (item.href) router.push(item.href);
    // Once the palette has given the focus back, so that what opens next may take it.
    else setTimeout(() => item.run?.());
  };
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="pop fixed inset-0 z-40 min-h-dvh bg-scrim" />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center sm:p-6 sm:pt-[10dvh]">
          <Dialog.Popup
            aria-label={t("title")}
            className="pop flex max-h-dvh w-full flex-col overflow-hidden bg-surface text-body text-ink shadow-float outline-none max-sm:h-dvh sm:max-h-[min(36rem,80dvh)] sm:max-w-160 sm:rounded-card sm:border sm:border-line"
          >
            <Autocomplete.Root
              inline
              open
              items={groups}
              value={text}
              onValueChange={(next, { reason }) => {
                if (reason !== "item-press") setText(next);
              }}
              mode="none"
              autoHighlight="always"
              keepHighlight
              itemToStringValue={(item: Item) => item.label}
            >
              <div className="flex items-center gap-3 border-b border-line px-5">
                <Search className="size-5 shrink-0 text-ink-2" strokeWidth={1.6} aria-hidden="true" />
                <Autocomplete.Input
                  aria-label={t("title")}
                  placeholder={t("placeholder")}
                  maxLength={SEARCH_LENGTH}
                  autoFocus
                  enterKeyHint="go"
                  className="min-h-14 w-full min-w-0 flex-1 bg-transparent text-lead text-ink outline-none placeholder:text-ink-3"
                />
                <Dialog.Close
                  render={<IconButton label={t("close")} tooltip={false} className="-mr-2 sm:hidden" />}
                >
                  <X className="size-4" aria-hidden="true" />
                </Dialog.Close>
              </div>
              <Autocomplete.Status className="sr-only">
                {waiting ? "" : t("count", { count })}
              </Autocomplete.Status>
              {!waiting && answer?.refusal && <p className="px-5 pt-3 text-bad">{say(answer.refusal)}</p>}
              <Autocomplete.Empty>
                {!waiting && q && (
                  <p className="px-5 py-6 text-ink-2">
                    {t("nothing", { q })}
                    <span className="mt-1 block text-caption font-normal text-ink-3">{t("nothingHint")}</span>
                  </p>
                )}
              </Autocomplete.Empty>
              {/* The list scrolls itself: it is reached from the field, so it needs no stop of its own. */}
              <Autocomplete.List
                aria-busy={waiting}
                className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-2 outline-none data-empty:p-0"
              >
                {(group: Group) => (
                  <Autocomplete.Group key={group.label} items={group.items} className="pb-1.5">
                    <Autocomplete.GroupLabel className="px-3 pt-2 pb-1 text-caption font-normal text-ink-3">
                      {group.label}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(item: Item) => (
                        <Autocomplete.Item
                          key={item.id}
                          value={item}
                          onClick={() => choose(item)}
                          className="flex min-h-9 cursor-default items-center gap-3 rounded-control px-3 py-1 select-none touch:min-h-11 data-highlighted:bg-accent-soft"
                        >
                          <PaletteRow item={item} typed={typed} near={answer?.view.near ?? []} />
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
            <footer className="hidden items-center gap-5 border-t border-line bg-canvas px-5 py-2 text-caption font-normal text-ink-2 sm:flex touch:hidden">
              <span className="flex items-center gap-1">
                <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("keys.choose")}
              </span>
              <span className="flex items-center gap-1">
                <Kbd>↵</Kbd> {t("keys.open")}
              </span>
              <span className="ml-auto flex items-center gap-1">
                <Kbd>esc</Kbd> {t("keys.close")}
              </span>
            </footer>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
