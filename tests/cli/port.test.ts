import net from "node:net";
import { describe, expect, it } from "vitest";
import { choosePort, isFree } from "@/lib/cli/port.mjs";

const taken =
  (...ports: number[]) =>
  async (port: number) =>
    !ports.includes(port);

describe("the port", () => {
  it("is 3000, or the next free one", async () => {
    expect(await choosePort(undefined, { free: taken() })).toBe(3000);
    expect(await choosePort("", { free: taken(3000, 3001) })).toBe(3002);
  });

  it("is PORT and no other when PORT is set", async () => {
    expect(await choosePort("4100", { free: taken() })).toBe(4100);
    await expect(choosePort("4100", { free: taken(4100) })).rejects.toThrow(/^Port 4100 is taken\. .+PORT/);
  });

  it.each(["abc", "0", "65536", "80.5", "-1"])("refuses PORT=%s", async (wanted) => {
    await expect(choosePort(wanted, { free: taken() })).rejects.toThrow(/is not a port number/);
  });

  it("says so when everything is taken", async () => {
    await expect(choosePort(undefined, { free: async () => false })).rejects.toThrow(/all taken/);
  });

  it("sees a program that listens", async () => {
    const server = net.createServer();
    const port = await new Promise<number>((done) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        done(address !== null && typeof address === "object" ? address.port : 0);
      });
    });
    expect(await isFree(port)).toBe(false);
    await new Promise((done) => server.close(done));
    expect(await isFree(port)).toBe(true);
  });
});
