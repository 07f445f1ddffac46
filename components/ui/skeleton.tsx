import { useTranslations } from "next-intl";
import { cn } from "./cn";

/** A grey shape of the final size; give it height and width by class. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn("breathe h-4 rounded-control bg-sunken", className)} />;
}

/** Says once that something loads, around the shapes of a loading page. */
export function LoadingRegion({ className, children }: { className?: string; children: React.ReactNode }) {
  const t = useTranslations("common");
  return (
    <div role="status" className={className}>
      <span className="sr-only">{t("loading")}</span>
      {children}
    </div>
  );
}
