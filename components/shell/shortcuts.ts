import { rememberChoice } from "./cookie";

const COOKIE = "shortcuts";

/** Single-key shortcuts can be switched off (WCAG 2.1.4). */
export const shortcutsOn = (): boolean => !/(?:^|; )shortcuts=off/.test(document.cookie);

/** Keeps the choice on this device. */
export const switchShortcuts = (on: boolean): void => rememberChoice(COOKIE, on ? "" : "off");
