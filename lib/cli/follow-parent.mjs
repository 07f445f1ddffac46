// Loaded before the web server (`node --import`). Its standard input is a pipe from the launcher: when the launcher is
// gone, however it went, the pipe ends and the server ends too, so that no orphan keeps the port.
// The development server hands this on to its own children, whose input is no such pipe: they end with the server.
if (process.ppid === Number(process.env.KOERS_LAUNCHER)) {
  process.stdin.on("end", () => process.kill(process.pid, "SIGTERM"));
  process.stdin.on("error", () => process.kill(process.pid, "SIGTERM"));
  process.stdin.resume();
  process.stdin.unref?.();
}
