/** See secret.mjs. */
export declare function installationSecret(): string;
