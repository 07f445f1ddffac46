/** Set to "hidden" where somebody put the checklist away. */
export const CHECKLIST_COOKIE = "koers-checklist";
