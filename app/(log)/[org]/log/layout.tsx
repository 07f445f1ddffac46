import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function LogLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of="log">{children}</SectionMessages>;
}
