import { action } from "@/lib/platform/door";
import type { AddTask, EditTask, TaskRef } from "./input";

type Changed = { id: string; version: number };

export const addTask = action<AddTask, Changed>("task.add");
export const editTask = action<EditTask, Changed>("task.edit");
export const finishTask = action<TaskRef, Changed>("task.finish");
export const reopenTask = action<TaskRef, Changed>("task.reopen");
export const deleteTask = action<TaskRef, Changed>("task.delete");
export const restoreTask = action<TaskRef, { id: string }>("task.restore");
