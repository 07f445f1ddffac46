"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { PANEL, ROW } from "./control-style";
import { Kbd } from "./kbd";

/** Actions behind a button. `trigger` is a Button or IconButton made inside a client component. */
export function Menu({
  trigger,
  children,
  side = "bottom",
  align = "end",
  open,
  onOpenChange,
}: {
  trigger: ReactElement;
  children: ReactNode;
  side?: "bottom" | "top" | "right";
  align?: "start" | "end";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} className="z-40 outline-none">
          <Base.Popup className={cn(PANEL, "max-h-(--available-height) min-w-52 overflow-y-auto p-1")}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type Row = { icon?: ReactNode; shortcut?: string; danger?: boolean; disabled?: boolean; children: ReactNode };

const rowClass = (danger: boolean | undefined) =>
  cn(ROW, danger && "text-bad data-highlighted:bg-bad-soft data-highlighted:text-bad");

function RowBody({ icon, shortcut, children }: Row) {
  return (
    <>
      {icon && <span className="flex w-4 shrink-0 justify-center [&_svg]:size-4">{icon}</span>}
      <span className="flex-1">{children}</span>
      {shortcut && <Kbd bare>{shortcut}</Kbd>}
    </>
  );
}

/** One action. */
export function MenuItem({ onSelect, ...row }: Row & { onSelect: () => void }) {
  return (
    <Base.Item onClick={onSelect} disabled={row.disabled} className={rowClass(row.danger)}>
      <RowBody {...row} />
    </Base.Item>
  );
}

/** A way to another page. */
export function MenuLink({ href, ...row }: Row & { href: string }) {
  return (
    <Base.LinkItem render={<Link href={href} />} closeOnClick className={rowClass(row.danger)}>
      <RowBody {...row} />
    </Base.LinkItem>
  );
}

/** A titled group of one-of-many choices. */
export function MenuRadio<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2.5 pt-2 pb-1 text-caption text-ink-3">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: Value) => onChange(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={ROW}>
            <span className="flex w-4 shrink-0 justify-center">
              <Base.RadioItemIndicator>
                <Check className="size-4" aria-hidden="true" />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

/** A choice that is on or off. */
export function MenuCheckbox({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={(next) => onChange(next)} className={ROW}>
      <span className="flex w-4 shrink-0 justify-center">
        <Base.CheckboxItemIndicator>
          <Check className="size-4" aria-hidden="true" />
        </Base.CheckboxItemIndicator>
      </span>
      {children}
    </Base.CheckboxItem>
  );
}

/** A line between groups. */
export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}

/** A heading above rows. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2.5 pt-2 pb-1 text-caption text-ink-3">{children}</div>;
}
