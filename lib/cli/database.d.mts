/** See database.mjs. */
export declare function prepareDatabase(
  ownerUrl: string,
  options: { secret: string; embedded?: boolean },
): Promise<string[]>;
