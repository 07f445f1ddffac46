import type { LocalText } from "../shared/text";

/** A text in both languages, English first. */
export const text = (en: string, nl: string): LocalText => ({ en, nl });
