/** Initials of a person. Decorative beside the name; give `label` where the name is not written. */
export function Avatar({ name, label }: { name: string; label?: string }) {
  const initials = name
    .split(/\s+/)
    .map((word) => word[0] ?? "")
    .filter((_letter, index, all) => index === 0 || index === all.length - 1)
    .join("")
    .toUpperCase();
  return (
    <span
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-full bg-sunken text-caption font-semibold text-ink-2"
      title={label}
    >
      <span aria-hidden="true">{initials}</span>
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
