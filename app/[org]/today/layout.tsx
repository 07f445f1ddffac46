import type { ReactNode } from "react";
import { SectionMessages } from "@/components/shell/section-messages";

export default function TodayLayout({ children }: { children: ReactNode }) {
  return <SectionMessages of="today">{children}</SectionMessages>;
}
