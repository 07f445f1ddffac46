/**
 * For `vi.mock("next/headers", ...)`: the request of a browser with one cookie. Imports nothing, because whoever looks for cookies
 * waits until this is there.
 */
let token = "";
export const setCookie = (value: string): void => {
  token = value;
};
export const cookies = async () => ({
  get: (name: string) => (name.endsWith("session-token") && token ? { value: token } : undefined),
});
