import path from "node:path";

// The folder is copied to .data/bench/floor of the checkout, whose packages it uses.
const root = path.resolve(import.meta.dirname, "..", "..", "..");

export default {
  output: "standalone",
  poweredByHeader: false,
  outputFileTracingRoot: root,
  turbopack: { root },
  serverExternalPackages: ["pg"],
};
