import { findNodeAtLocation, type JSONPath, type Node } from "jsonc-parser";
import type { z } from "zod";
import type { FileProblem, FileReason } from "./view";

type Found = {
  readonly path: JSONPath;
  readonly reason: FileReason;
  readonly params?: FileProblem["params"];
  /** Where it stands, when the path alone would lead elsewhere. */
  readonly offset?: number;
};

/** Places in the text of a file, for its tree of nodes. */
export class Places {
  private readonly starts: readonly number[];
  constructor(
    content: string,
    private readonly root: Node,
  ) {
    this.starts = startsOf(content);
  }

  /** What was found, with its path, line and column; of what is missing, those of what lacks it. */
  place({ path, reason, params = {}, offset }: Found): FileProblem {
    let node: Node | undefined;
    for (let length = path.length; !node; length--)
      node = findNodeAtLocation(this.root, path.slice(0, length));
    const property = node.parent?.type === "property" ? node.parent : node;
    return { at: pathText(path), ...lineOf(this.starts, offset ?? property.offset), reason, params };
  }
}

/** The offsets at which the lines of a text begin. */
export function startsOf(content: string): number[] {
  const starts = [0];
  for (let at = content.indexOf("\n"); at >= 0; at = content.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The line and column, both from 1, of an offset; `starts` are the offsets of the lines. */
export function lineOf(starts: readonly number[], offset: number): { line: number; column: number } {
  const line = Math.max(1, starts.findLastIndex((start) => start <= offset) + 1);
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
}

/** "stages[0].steps[2].howTo.en"; the file as a whole is "$". */
export const pathText = (path: JSONPath): string =>
  path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${part}` : part),
    "",
  ) || "$";

/** What zod found wrong with a value, as we say it. A field too many is a problem of that field. */
export function foundBy(issue: z.core.$ZodIssue, raw: unknown): Found[] {
  const path = issue.path as JSONPath;
  const one = (reason: FileReason, params: FileProblem["params"] = {}): Found[] => [{ path, reason, params }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: [...path, key], reason: "unknown-field" }));
    case "invalid_type":
      return valueAt(raw, path) === undefined
        ? one("missing")
        : one("wrong-type", { wanted: issue.expected });
    case "invalid_value":
      return valueAt(raw, path) === undefined
        ? one("missing")
        : one("not-one-of", { values: issue.values.join(", ") });
    case "invalid_union": {
      const options = (issue as { options?: readonly unknown[] }).options ?? [];
      return options.length > 0 ? one("not-one-of", { values: options.join(", ") }) : one("other");
    }
    case "too_big":
      if (issue.origin === "string") return one("too-long", { limit: Number(issue.maximum) });
      if (issue.origin === "array") return one("too-many", { limit: Number(issue.maximum) });
      return one("too-large", { limit: Number(issue.maximum) });
    case "too_small":
      return issue.origin === "string" ? one("empty") : one("too-small", { limit: Number(issue.minimum) });
    case "invalid_format":
      return one(issue.format === "url" ? "unsafe-address" : "other");
    case "custom":
      return one((issue.params?.reason as FileReason | undefined) ?? "not-storable");
    default:
      return one("other");
  }
}

function valueAt(raw: unknown, path: JSONPath): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], raw);
}

/** Fields that one object names twice: the file would keep only the last. */
export function fieldsTwice(node: Node, path: JSONPath = []): Found[] {
  if (node.type === "array")
    return (node.children ?? []).flatMap((child, at) => fieldsTwice(child, [...path, at]));
  if (node.type !== "object") return [];
  const seen = new Set<string>();
  return (node.children ?? []).flatMap(({ offset, children: [name, value] = [] }) => {
    const here = [...path, String(name?.value)];
    const twice = seen.has(String(name?.value));
    seen.add(String(name?.value));
    return [
      ...(twice ? [{ path: here, reason: "field-twice" as const, offset }] : []),
      ...(value ? fieldsTwice(value, here) : []),
    ];
  });
}
