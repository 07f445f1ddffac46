/** See roles.mjs. */
export declare function roleUrls(
  ownerUrl: string,
  secret: string,
  pool?: string,
): { APP_DATABASE_URL: string; AUTH_DATABASE_URL: string; JOB_DATABASE_URL: string };
