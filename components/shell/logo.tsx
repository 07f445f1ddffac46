/** The route glyph: a start, a bend, an arrival. */
export function Logo({ className = "size-7" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={`text-accent ${className}`} aria-hidden="true">
      <path
        d="M7 24h8a4.5 4.5 0 0 0 4.5-4.5v-6A4.5 4.5 0 0 1 24 9"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle cx="7" cy="24" r="4" fill="currentColor" />
      <circle cx="24.5" cy="8.5" r="5" fill="currentColor" />
    </svg>
  );
}
