const started = performance.now();
const tty = Boolean(process.stdout.isTTY) && process.env.CI !== "true";

/** Seconds with one decimal, as a person reads them. */
export function seconds(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const whole = Math.round(ms / 1000);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Milliseconds since the command started. */
export function sinceStart() {
  return performance.now() - started;
}

/** A line of plain text between the steps. */
export function say(text = "") {
  clear();
  console.log(text);
}

function clear() {
  if (tty) process.stdout.write("\r\u001b[2K");
}

/**
 * Runs one named step and prints its result and its time.
 * In a terminal the line counts the seconds; elsewhere (a log) a sign of life follows every 20 seconds.
 * `work` gets `note(text)`: what the finished line adds; an error is marked on the line and thrown on.
 */
export async function step(label, work) {
  const from = performance.now();
  let remark = "";
  const note = (text) => {
    remark = text;
  };
  const took = () => seconds(performance.now() - from);
  const alive = () => {
    if (tty) process.stdout.write(`\r\u001b[2K  … ${label} ${took()}`);
    else console.log(`  … ${label}, still busy after ${took()}`);
  };
  if (tty) alive();
  const timer = setInterval(alive, tty ? 500 : 20_000);
  try {
    const result = await work(note);
    say(`  ✓ ${label}${remark ? `: ${remark}` : ""} (${took()})`);
    return result;
  } catch (error) {
    say(`  ✗ ${label} (${took()})`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
