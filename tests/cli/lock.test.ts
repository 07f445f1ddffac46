import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exclusively, joinUsers, listUsers } from "@/lib/cli/lock.mjs";

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "koers-lock-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** The number of a process that has just ended. */
function endedPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

/** Runs a script that uses the lock in another process, to its end. */
function elsewhere(script: string): Promise<number | null> {
  const source = `const { exclusively } = await import(${JSON.stringify(path.resolve("lib/cli/lock.mjs"))});
    const fs = await import("node:fs"); ${script}`;
  return new Promise((done) => {
    spawn(process.execPath, ["--input-type=module", "-e", source], { stdio: "inherit" }).on("close", done);
  });
}

describe("the lock", () => {
  it("lets one piece of work in at a time", async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((done) => setImmediate(done));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => exclusively(folder, work)));
    expect(most).toBe(1);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("holds between processes", async () => {
    const counter = path.join(folder, "counter");
    fs.writeFileSync(counter, "0");
    const script = `for (let i = 0; i < 10; i++) await exclusively(${JSON.stringify(folder)}, async () => {
      const seen = Number(fs.readFileSync(${JSON.stringify(counter)}, "utf8"));
      await new Promise((done) => setImmediate(done));
      fs.writeFileSync(${JSON.stringify(counter)}, String(seen + 1));
    });`;
    expect(await Promise.all([elsewhere(script), elsewhere(script), elsewhere(script)])).toEqual([0, 0, 0]);
    expect(fs.readFileSync(counter, "utf8")).toBe("30");
  });

  it("is free again after its work fails", async () => {
    await expect(exclusively(folder, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await exclusively(folder, async () => "in")).toBe("in");
  });

  it("passes over a holder that was killed, and over one whose number another program has now", async () => {
    fs.writeFileSync(path.join(folder, `1-${endedPid()}-1-x.1`), "");
    fs.writeFileSync(path.join(folder, `choosing-${endedPid()}-1-x.1`), "");
    if (process.platform === "linux")
      fs.writeFileSync(path.join(folder, `2-${process.pid}-1-another.birth`), "");
    expect(await exclusively(folder, async () => "in")).toBe("in");
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it("tells once who is in the way", async () => {
    const told: number[] = [];
    let open = () => {};
    const gate = new Promise<void>((done) => {
      open = done;
    });
    const first = exclusively(folder, () => gate);
    const second = exclusively(folder, async () => "second", {
      waiting: (pid) => {
        told.push(pid);
        open();
      },
    });
    await Promise.all([first, second]);
    expect(told).toEqual([process.pid]);
  });
});

describe("the users", () => {
  it("are those who joined and still live", () => {
    const one = joinUsers(folder, { build: "a" });
    const two = joinUsers(folder);
    fs.writeFileSync(path.join(folder, "dead.json"), JSON.stringify({ pid: endedPid(), birth: "x.1" }));
    fs.writeFileSync(path.join(folder, "half.json"), "{");
    expect(
      listUsers(folder)
        .living.map((entry) => entry.file)
        .sort(),
    ).toEqual([one.file, two.file].sort());
    expect(listUsers(folder).gone).toHaveLength(2);
    one.update({ port: 3000 });
    expect(listUsers(folder).living).toContainEqual(expect.objectContaining({ build: "a", port: 3000 }));
    one.leave();
    two.leave();
    expect(listUsers(folder).living).toEqual([]);
  });

  it("are none where nobody ever came", () => {
    expect(listUsers(path.join(folder, "nowhere"))).toEqual({ living: [], gone: [] });
  });
});
