type Cell = string | boolean | readonly string[];

/** A form as texts, ticks and lists of what is chosen. */
export type TypedForm = Readonly<Record<string, Cell>>;

const same = (a: Cell | undefined, b: Cell | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const alike = (value: unknown, start: Cell): value is Cell =>
  Array.isArray(start)
    ? Array.isArray(value) && value.every((each) => typeof each === "string")
    : typeof value === typeof start;

/**
 * What somebody changed in a form since it stood as `start`, as text for the device; null when nothing. Only that is kept: in
 * what they left alone, a colleague's newer words hold.
 */
export function changesIn(start: TypedForm, now: TypedForm): string | null {
  const changed = Object.entries(now).filter(([name, value]) => !same(start[name], value));
  return changed.length > 0 ? JSON.stringify(Object.fromEntries(changed)) : null;
}

/** The form with what was kept in it; what is not as it should be is passed over. */
export function changesOn<F extends TypedForm>(start: F, text: string): F {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== "object" || kept === null) return start;
    const changed = Object.entries(kept).filter(([name, value]) => {
      const was = Object.hasOwn(start, name) ? start[name] : undefined;
      return was !== undefined && alike(value, was);
    });
    return { ...start, ...Object.fromEntries(changed) };
  } catch {
    return start;
  }
}
