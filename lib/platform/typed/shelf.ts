/** A place in the browser's storage. A browser that keeps nothing loses only what passes through a closed page. */
export function shelf(storage: () => Storage, name: string) {
  return {
    read: () => {
      try {
        return storage().getItem(name);
      } catch {
        return null;
      }
    },
    write: (text: string | null) => {
      try {
        if (text === null) storage().removeItem(name);
        else storage().setItem(name, text);
      } catch {
        // Private windows and full disks: the work goes on, it only does not survive a closed tab.
      }
    },
  };
}
