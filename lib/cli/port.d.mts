/** See port.mjs. */
export declare function choosePort(
  wanted: string | undefined,
  options?: { host?: string; free?: (port: number) => Promise<boolean> },
): Promise<number>;

/** See port.mjs. */
export declare function isFree(port: number, host?: string): Promise<boolean>;
