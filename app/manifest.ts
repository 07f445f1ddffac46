import type { MetadataRoute } from "next";

/** What a phone needs to put Koers on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Koers",
    short_name: "Koers",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#f7f6f2",
    theme_color: "#f7f6f2",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
