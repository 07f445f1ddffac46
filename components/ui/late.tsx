"use client";

import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from "react";
import { refuse } from "@/lib/domain/shared/result";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { notify } from "./toast";

/** What a late menu or panel takes: its button, and whether it is open. */
export type LateProps = {
  trigger: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/**
 * A button whose menu or panel is fetched when a hand comes near it, so that no page waits for it. `children` draws that
 * part, which is `lazy(load)`; until it is first wanted, only the button stands there.
 */
export function Late({
  load,
  button,
  popup = "menu",
  children,
}: {
  load: () => Promise<unknown>;
  button: ReactElement<ComponentProps<"button">>;
  popup?: "menu" | "dialog";
  children: (props: LateProps) => ReactNode;
}) {
  const [open, setOpen] = useState<boolean>();
  const say = useRefusal();
  const near = () => void load().catch(() => undefined);
  // Drawn only once it is here: a part that cannot be fetched must not take the page with it.
  const show = () =>
    void load().then(
      () => setOpen(true),
      () => notify({ title: say(refuse("offline")), tone: "bad" }),
    );
  const plain = cloneElement(button, {
    "aria-haspopup": popup,
    "aria-expanded": false,
    onPointerEnter: near,
    onFocus: near,
    onClick: show,
  });
  if (open === undefined) return plain;
  return <Suspense fallback={plain}>{children({ trigger: button, open, onOpenChange: setOpen })}</Suspense>;
}
