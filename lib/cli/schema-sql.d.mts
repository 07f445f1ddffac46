type SchemaFile = { path: string; content: string };

/** See schema-sql.mjs. */
export declare function readSchema(folder?: string): SchemaFile[];

/** See schema-sql.mjs. */
export declare function schemaSql(files?: SchemaFile[]): Promise<string>;
