/** What is said of a text that is not. */
export const NOT_STORABLE = "holds a character that cannot be kept";

/** Whether Postgres keeps a text as it is: it takes neither a null character nor half a surrogate pair. */
export const storable = (text: string): boolean => !text.includes("\0") && !/\p{Surrogate}/u.test(text);
