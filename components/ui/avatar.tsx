import { cn } from "./cn";

/**
 * Initials of a person. Decorative beside the name; give `label` where the name is not written. `present` is the colour
 * of somebody who is here at this moment.
 */
export function Avatar({
  name,
  label,
  present = false,
}: {
  name: string;
  label?: string;
  present?: boolean;
}) {
  const initials = name
    .split(/\s+/)
    .map((word) => word[0] ?? "")
    .filter((_letter, index, all) => index === 0 || index === all.length - 1)
    .join("")
    .toUpperCase();
  return (
    <span
      className={cn(
        "inline-flex size-8 shrink-0 items-center justify-center rounded-full text-caption font-semibold",
        present ? "bg-presence text-canvas" : "bg-sunken text-ink-2",
      )}
      title={label}
    >
      <span aria-hidden="true">{initials}</span>
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
