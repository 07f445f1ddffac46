/** Seconds after which what was refused as "busy" is worth sending again: as long as a lock is waited for. */
export const AGAIN_SECONDS = 5;
