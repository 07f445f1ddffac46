import http from "node:http";

const PATIENCE_MS = 30_000;

/** One kept-alive connection that has one request in flight. */
export function connect(address) {
  const { hostname, port } = new URL(address);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const send = ({ method = "GET", path, headers = {}, body }) =>
    new Promise((done, fail) => {
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const request = http.request(
        { agent, hostname, port, method, path, headers: { ...headers, ...length } },
        (response) => {
          const pieces = [];
          response.on("data", (piece) => pieces.push(piece));
          response.on("error", fail);
          response.on("end", () => {
            const bytes = Buffer.concat(pieces);
            done({ status: response.statusCode, text: bytes.toString("utf8"), bytes: bytes.length });
          });
        },
      );
      request.on("error", fail);
      request.setTimeout(PATIENCE_MS, () => request.destroy(new Error(`${path} gave no answer in time`)));
      request.end(body);
    });
  return { send, close: () => agent.destroy() };
}

/**
 * Sends requests over `connections` connections for `seconds`, but no more than `scenario.limit`; each connection sends
 * the next one when it has its answer. `scenario.next()` gives a request, `scenario.check(answer, request)` throws when
 * an answer is not right: a fast wrong answer must not count. Gives requests per second and percentiles in milliseconds.
 */
async function measure(address, scenario, { connections, seconds }) {
  const times = [];
  let bytes = 0;
  let left = scenario.limit ?? Number.POSITIVE_INFINITY;
  const from = performance.now();
  const until = from + seconds * 1000;
  const work = async () => {
    const connection = connect(address);
    try {
      while (performance.now() < until && left-- > 0) {
        const request = scenario.next();
        const sent = performance.now();
        const answer = await connection.send(request);
        times.push(performance.now() - sent);
        bytes += answer.bytes;
        scenario.check(answer, request);
      }
    } finally {
      connection.close();
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const took = (performance.now() - from) / 1000;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { perSecond: times.length / took, p50: at(0.5), p95: at(0.95), bytes: bytes / times.length };
}

const SIDES = ["product", "floor"];

/**
 * Measures the product and the floor in turns, so that whatever else the machine does meets both: per round and side
 * half of `seconds` at 1 connection, for the percentiles, and `seconds` at 8, for the requests per second. Gives the
 * medians of the rounds, per side.
 */
export async function compare(addresses, scenario, { seconds, rounds }) {
  const got = { product: [], floor: [] };
  for (const side of SIDES) {
    await measure(addresses[side], scenario[side], { connections: 8, seconds: Math.min(1, seconds) }); // warms up
  }
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 ? SIDES.toReversed() : SIDES) {
      const alone = await measure(addresses[side], scenario[side], { connections: 1, seconds: seconds / 2 });
      const together = await measure(addresses[side], scenario[side], { connections: 8, seconds });
      got[side].push({ ...alone, perSecond: together.perSecond });
    }
  }
  const medians = (all) =>
    Object.fromEntries(Object.keys(all[0]).map((name) => [name, median(all.map((each) => each[name]))]));
  return { product: medians(got.product), floor: medians(got.floor) };
}

/** The middle of an odd number of numbers. */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
