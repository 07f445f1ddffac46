import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-style";
import { Kbd } from "./kbd";
import { Spinner } from "./spinner";

type Look = { variant?: ButtonVariant; size?: ButtonSize; shortcut?: string };

/** A button. `loading` keeps its width, blocks clicks and tells assistive technology; at most one `primary` per view. */
export function Button({
  variant,
  size,
  shortcut,
  loading = false,
  className,
  type = "button",
  children,
  onClick,
  ...rest
}: Look & { loading?: boolean } & ComponentProps<"button">) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(variant, size, className)}
      aria-busy={loading || undefined}
      aria-disabled={loading || rest["aria-disabled"] || undefined}
      onClick={loading ? (event) => event.preventDefault() : onClick}
    >
      {loading && <Spinner />}
      {children}
      {shortcut && <Kbd bare>{shortcut}</Kbd>}
    </button>
  );
}

/** A link that looks like a button; it goes somewhere and changes nothing. */
export function LinkButton({
  variant,
  size,
  shortcut,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={buttonClass(variant, size, className)}>
      {children}
      {shortcut && <Kbd bare>{shortcut}</Kbd>}
    </Link>
  );
}
