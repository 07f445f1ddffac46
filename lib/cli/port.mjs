import net from "node:net";
import { Refusal } from "./explain.mjs";

/** A port of this machine that nobody uses at this moment. */
export function freePort() {
  return new Promise((done, fail) => {
    const server = net.createServer();
    server.on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Whether something accepts connections there. */
export function answers(port, host = "127.0.0.1") {
  return new Promise((done) => {
    const socket = net.connect(port, host);
    const end = (result) => {
      socket.destroy();
      done(result);
    };
    socket.on("connect", () => end(true));
    socket.on("error", () => end(false));
    socket.setTimeout(2000, () => end(false));
  });
}

/** Whether a server could listen there; asks by trying, and by knocking (some systems let two programs share a port). */
export async function isFree(port, host = "127.0.0.1") {
  const canListen = await new Promise((done, fail) => {
    const server = net.createServer();
    server.on("error", (error) => {
      if (error.code === "EADDRINUSE") done(false);
      else if (error.code === "EACCES")
        fail(new Refusal(`Port ${port} needs more rights than you have. Set PORT to a number above 1023.`));
      else if (error.code === "EADDRNOTAVAIL")
        fail(new Refusal(`${host} is not an address of this machine. Check KOERS_HOST.`));
      else fail(error);
    });
    server.listen(port, host, () => server.close(() => done(true)));
  });
  return canListen && !(await answers(port)) && !(await answers(port, "::1"));
}

/**
 * The port to serve on. `wanted` (PORT) is honoured or refused, never silently changed; without it 3000 or the next
 * free one. `free(port)` may be replaced in a test.
 */
export async function choosePort(wanted, { host = "127.0.0.1", free = (port) => isFree(port, host) } = {}) {
  if (wanted !== undefined && wanted !== "") {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Refusal(
        `PORT is "${wanted}", which is not a port number. Set it to a number from 1 to 65535.`,
      );
    }
    if (await free(port)) return port;
    throw new Refusal(`Port ${port} is taken. Stop the program that uses it, or set PORT to another number.`);
  }
  for (let port = 3000; port < 3100; port++) if (await free(port)) return port;
  throw new Refusal("Ports 3000 to 3099 are all taken. Set PORT to a free one.");
}
