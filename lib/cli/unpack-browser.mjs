import chromium from "@sparticuz/chromium";

// A process of its own, because the package reads where to unpack from the environment.
await chromium.executablePath();
