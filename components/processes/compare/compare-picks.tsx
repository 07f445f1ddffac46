"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { paths } from "@/lib/platform/paths";

type Pick = { readonly id: string; readonly name: string };
const Picks = createContext<{ picked: readonly Pick[]; toggle: (pick: Pick) => void } | null>(null);

/** Two cards of the library may be chosen, and the bar below leads to both side by side. A third takes the place of the first. */
export function ComparePicks({ org, children }: { org: string; children: ReactNode }) {
  const t = useTranslations("processes.compare");
  const [picked, setPicked] = useState<readonly Pick[]>([]);
  const toggle = (pick: Pick) =>
    setPicked((now) =>
      now.some(({ id }) => id === pick.id)
        ? now.filter(({ id }) => id !== pick.id)
        : [...now.slice(-1), pick],
    );
  const [left, right] = picked;
  return (
    <Picks value={{ picked, toggle }}>
      {children}
      <div
        role="status"
        className="pointer-events-none sticky bottom-20 z-20 mt-4 flex justify-center sm:bottom-4"
      >
        {left && (
          <div className="pointer-events-auto flex max-w-full flex-wrap items-center gap-3 rounded-card border border-line bg-surface px-4 py-2 shadow-float">
            <span className="min-w-0 break-words text-body">
              {right ? t("both", { left: left.name, right: right.name }) : t("oneMore", { name: left.name })}
            </span>
            {right && (
              <LinkButton href={paths.compareProcesses(org, left.id, right.id)}>{t("go")}</LinkButton>
            )}
            <Button variant="quiet" onClick={() => setPicked([])}>
              {t("none")}
            </Button>
          </div>
        )}
      </div>
    </Picks>
  );
}

/** The box on a card that chooses it for comparing. */
export function ComparePick({ id, name }: Pick) {
  const t = useTranslations("processes.compare");
  const picks = useContext(Picks);
  if (!picks) return null;
  return (
    <span className="relative z-10">
      <Checkbox
        checked={picks.picked.some((one) => one.id === id)}
        onCheckedChange={() => picks.toggle({ id, name })}
        label={
          <>
            {t("pickOne")}
            <span className="sr-only"> {name}</span>
          </>
        }
      />
    </span>
  );
}
