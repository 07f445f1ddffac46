import type { ReactNode } from "react";

/** A key. `bare` is the faint letter inside a button or menu row. Hidden on touch, where there are no keys. */
export function Kbd({ children, bare = false }: { children: ReactNode; bare?: boolean }) {
  const look = bare
    ? "text-caption font-normal opacity-85"
    : "inline-flex min-w-5 items-center justify-center rounded-xs border border-line bg-surface px-1 text-caption text-ink-2";
  return (
    <span aria-hidden="true" className={`touch:hidden ${look}`}>
      <kbd className="font-sans">{children}</kbd>
    </span>
  );
}
