import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function ImportsLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of="imports">{children}</SectionMessages>;
}
