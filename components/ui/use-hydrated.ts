import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * False until the page's script runs. A form that needs it keeps its button disabled till then, so that an early
 * press does not send what was typed to the address bar.
 */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
