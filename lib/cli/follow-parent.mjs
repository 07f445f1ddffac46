// Loaded before the web server (`node --import`). Its standard input is a pipe from the launcher: when the launcher is
// gone, however it went, the pipe ends and the server ends too, so that no orphan keeps the port.
process.stdin.on("end", () => process.kill(process.pid, "SIGTERM"));
process.stdin.on("error", () => process.kill(process.pid, "SIGTERM"));
process.stdin.resume();
process.stdin.unref?.();
