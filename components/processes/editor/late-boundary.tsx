"use client";

import { useTranslations } from "next-intl";
import { Component, type ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

/** A part of the page that could not be fetched. Anything else that goes wrong in it is a fault, and none of ours to catch. */
export class PartMissing extends Error {
  constructor(cause: unknown) {
    super("a part of the page could not be fetched", { cause });
  }
}

type Props = {
  /** Called once per failed attempt. */
  readonly onFailed: () => void;
  readonly onRetry: () => void;
  readonly children: ReactNode;
};

/** Keeps the page where a part of it cannot be fetched, and offers to try again. */
export class LateBoundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override componentDidCatch(error: unknown) {
    if (error instanceof PartMissing) this.props.onFailed();
  }
  private readonly retry = () => {
    this.props.onRetry();
    this.setState({ error: null });
  };
  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (!(error instanceof PartMissing)) throw error;
    return <Missing onRetry={this.retry} />;
  }
}

function Missing({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("processes.editor");
  const common = useTranslations("common");
  return (
    <div className="fixed inset-x-4 bottom-4 z-40 mx-auto max-w-lg rounded-card shadow-float">
      <Banner
        tone="warn"
        title={t("partMissing")}
        action={
          <Button size="small" onClick={onRetry}>
            {common("error.action")}
          </Button>
        }
      >
        {t("partMissingText")}
      </Banner>
    </div>
  );
}
