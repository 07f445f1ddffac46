/** The places of the product, in the order of the rail. */
export const PLACES = [
  "today",
  "inbox",
  "deals",
  "processes",
  "insights",
  "maturity",
  "companies",
  "settings",
] as const;
export type Place = (typeof PLACES)[number];

/** The letter that leads to a place after a G. */
export const PLACE_KEYS: Partial<Record<Place, string>> = {
  today: "t",
  inbox: "n",
  deals: "d",
  companies: "c",
  processes: "p",
  insights: "i",
  maturity: "m",
  settings: "s",
};

export type SubLink = { readonly label: string; readonly href: string };

/** How much waits in a place: as a number shows it, and in words. */
export type Waiting = { readonly shown: string; readonly label: string };

/**
 * Where each place is; a place without an address is not shown. `sub` lists the pages below the place one is in, `waiting`
 * what is new there.
 */
export type ShellNav = Partial<
  Record<
    Place,
    { readonly href: string; readonly sub?: readonly SubLink[]; readonly waiting?: Waiting | null }
  >
>;

export type ShellOrganisation = { readonly name: string; readonly href: string; readonly current?: boolean };

/** Server actions and addresses behind the user menu. `saveLocale` and `saveTheme` may keep the choice with the person. */
export type ShellAccount = {
  readonly signOut?: () => Promise<unknown>;
  readonly signOutHref?: string;
  readonly profileHref?: string;
  readonly saveLocale?: (locale: "en" | "nl") => Promise<unknown>;
  readonly saveTheme?: (theme: "light" | "dark" | "system") => Promise<unknown>;
};
