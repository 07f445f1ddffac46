"use client";

import type { LateProps } from "@/components/ui/late";
import { Menu, MenuItem } from "@/components/ui/menu";

/** The ways in which typed words can be read; choosing one gives its place in the list. */
export default function ReadingMenu({
  readings,
  onChoose,
  ...at
}: LateProps & { readings: readonly string[]; onChoose: (reading: number) => void }) {
  return (
    <Menu {...at} align="start" side="top">
      {readings.map((reading, index) => (
        <MenuItem key={reading} onSelect={() => onChoose(index)}>
          {reading}
        </MenuItem>
      ))}
    </Menu>
  );
}
