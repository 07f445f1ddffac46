import { parseArgs } from "node:util";
import { Refusal } from "../explain.mjs";

const USAGE = "npm run bench -- [--deals 1000,100000] [--seconds 5] [--rounds 3]";

/** What was asked on the command line: numbers of deals, seconds per measurement at 8 connections, rounds (odd). */
export function options(words) {
  let asked;
  try {
    asked = parseArgs({
      args: words,
      options: {
        deals: { type: "string", default: "1000,100000" },
        seconds: { type: "string", default: "5" },
        rounds: { type: "string", default: "3" },
      },
    }).values;
  } catch (error) {
    throw new Refusal(`${error.message}. Usage: ${USAGE}`);
  }
  const within = (text, name, least, most) => {
    const value = Number(text);
    if (text.trim() !== "" && value >= least && value <= most) return value;
    throw new Refusal(
      `--${name} is "${text}"; it must be a number from ${least} to ${most}. Usage: ${USAGE}`,
    );
  };
  const sizes = asked.deals.split(",").map((text) => Math.floor(within(text, "deals", 100, 1_000_000)));
  const rounds = Math.floor(within(asked.rounds, "rounds", 1, 9));
  return { sizes, seconds: within(asked.seconds, "seconds", 0.2, 60), rounds: rounds + 1 - (rounds % 2) };
}
