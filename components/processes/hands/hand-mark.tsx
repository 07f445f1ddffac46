/** Between two steps on the canvas: here the run goes over to somebody else. */
export function HandMark({ children }: { children: string }) {
  return (
    <li className="-my-0.5 flex items-center gap-1.5 px-1 text-caption font-normal text-ink-3">
      <svg viewBox="0 0 22 14" className="h-3.5 w-5.5 shrink-0 text-accent" aria-hidden="true">
        <path
          d="M2 2h5q4 0 4 4v1q0 4 4 4h1"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
        <circle cx="18" cy="11" r="2" fill="currentColor" />
      </svg>
      <span className="min-w-0 truncate" title={children}>
        {children}
      </span>
    </li>
  );
}
