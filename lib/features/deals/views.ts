import "server-only";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/shared/result";
import { command, type Work } from "@/lib/platform/verb";
import { ChangeView, RemoveView, RestoreView, SaveView } from "./views-input";
import { insertView, lockView, updateView } from "./views-store";

type Saved = { readonly id: string; readonly version: number };

/** Whose view it is; null for a view that the caller does not find. */
async function makerOf({ tx, ctx, input }: Work<{ id: string }>): Promise<{ ownerId: string } | null> {
  const view = await lockView(tx, ctx, input.id);
  return view && { ownerId: view.makerId };
}

/** The view, locked, when it stands as the caller saw it. Refuses not-found and stale. */
async function seenView({ tx, ctx, input }: Work<{ id: string; version: number }>) {
  const view = await lockView(tx, ctx, input.id);
  if (!view || view.deletedAt) return refuse("not-found");
  return view.version === input.version ? view : refuse("stale", { who: "", what: "", at: "" });
}

/** Keeps what an address shows as a new view, one's own or shared. The view it was made from stays as it is. */
export const saveView = command({
  name: "view.save",
  input: SaveView,
  can: "view.save",
  async run({ tx, ctx, input }): Promise<Saved> {
    await insertView(tx, ctx, input);
    return { id: input.id, version: 1 };
  },
});

/** Renames a view, shares it or not, or lets it show something else. Refuses stale. */
export const changeView = command({
  name: "view.change",
  input: ChangeView,
  can: "view.change",
  owner: makerOf,
  async run({ tx, ctx, input }): Promise<Saved | Refusal> {
    const view = await seenView({ tx, ctx, input });
    if (isRefusal(view)) return view;
    await updateView(tx, ctx, view.id, input.fields);
    return { id: view.id, version: view.version + 1 };
  },
});

/** Takes a view away; it can be restored. Refuses stale. */
export const removeView = command({
  name: "view.delete",
  input: RemoveView,
  can: "view.change",
  owner: makerOf,
  async run({ tx, ctx, input }): Promise<Saved | Refusal> {
    const view = await seenView({ tx, ctx, input });
    if (isRefusal(view)) return view;
    await updateView(tx, ctx, view.id, { deletedAt: ctx.now, deletedById: ctx.actor.id });
    return { id: view.id, version: view.version + 1 };
  },
});

/** Brings a view back that was taken away. */
export const restoreView = command({
  name: "view.restore",
  input: RestoreView,
  can: "view.change",
  owner: makerOf,
  async run({ tx, ctx, input }): Promise<Saved | Refusal> {
    const view = await lockView(tx, ctx, input.id);
    if (!view) return refuse("not-found");
    if (!view.deletedAt) return { id: view.id, version: view.version };
    await updateView(tx, ctx, view.id, { deletedAt: null, deletedById: null });
    return { id: view.id, version: view.version + 1 };
  },
});
