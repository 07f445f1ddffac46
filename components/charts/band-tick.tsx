import { Text } from "recharts";
import { TEXT } from "./axis";

/** Pixels that the shortest label needs. */
const LEAST = 34;
/** Height of an axis whose labels take two lines. */
export const BAND_AXIS = 40;

/**
 * The label under one of `count` bands, in two lines where one is too wide. Where bands are narrower than any label only every so
 * many have one, counted from the last.
 */
export function BandTick({
  x = 0,
  y = 0,
  width = 0,
  index = 0,
  payload,
  count,
}: {
  x?: number;
  y?: number;
  width?: number;
  index?: number;
  payload?: { value: string };
  count: number;
}) {
  const band = Math.max(width, 1) / count;
  const every = Math.ceil(LEAST / band);
  if ((count - 1 - index) % every !== 0) return null;
  return (
    <Text
      // As style, for by that it is measured.
      style={TEXT}
      x={x}
      y={y}
      width={every > 1 ? LEAST : band - 2}
      maxLines={2}
      textAnchor="middle"
      verticalAnchor="start"
      fill="var(--ink-3)"
    >
      {payload?.value ?? ""}
    </Text>
  );
}
