"use client";

import { Bookmark, Pencil, Plus, RotateCcw, Save, Trash2, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { notify } from "@/components/ui/toast";
import type { Refusal } from "@/lib/domain/shared/result";
import { changeView, removeView, restoreView, saveView } from "@/lib/features/deals/actions";
import type { BoardShell, SavedView } from "@/lib/features/deals/view";
import { useRefusal } from "@/lib/platform/i18n/use-refusal";
import { newId } from "@/lib/platform/id";
import { paths } from "@/lib/platform/paths";
import { type DealsFilter, sameView, writeFilter } from "./filter";

type Query = Record<string, string>;

/** What the address shows, without which view it came from. */
const queryOf = (filter: DealsFilter): Query =>
  Object.fromEntries(
    Object.entries(writeFilter({ ...filter, saved: null })).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );

/** Views that were saved: to open one, to keep what stands here as a new one, and to change or take away one's own. */
export function ViewsMenu({ org, shell, filter }: { org: string; shell: BoardShell; filter: DealsFilter }) {
  const t = useTranslations("deals.views");
  const router = useRouter();
  const sentence = useRefusal();
  const [form, setForm] = useState<"new" | "rename" | null>(null);
  const { views } = shell;
  const now = views.find(({ id }) => id === filter.saved) ?? null;
  const query = queryOf(filter);
  const changed = now !== null && !sameView(now.query, query);
  const open = (id: string | null, shown: Query) =>
    router.push(paths.deals(org, { ...shown, saved: id ?? undefined }));
  const told = (refusal: Refusal) => notify({ title: sentence(refusal), tone: "bad" });

  async function keep(view: SavedView) {
    const result = await changeView(org, { id: view.id, version: view.version, fields: { query } });
    if (!result.ok) return told(result.refusal);
    notify({ title: t("kept", { name: view.name }), tone: "good" });
    router.refresh();
  }

  async function remove(view: SavedView) {
    const result = await removeView(org, { id: view.id, version: view.version });
    if (!result.ok) return told(result.refusal);
    notify({
      title: t("removed", { name: view.name }),
      undo: async () => {
        const back = await restoreView(org, { id: view.id });
        if (!back.ok) return told(back.refusal);
        open(view.id, query);
      },
    });
    open(null, query);
  }

  const group = (label: string, some: readonly SavedView[]) =>
    some.length > 0 && (
      <>
        <MenuLabel>{label}</MenuLabel>
        {some.map((view) => (
          <MenuLink
            key={view.id}
            href={paths.deals(org, { ...view.query, saved: view.id })}
            icon={view.shared ? <Users aria-hidden="true" /> : <Bookmark aria-hidden="true" />}
          >
            <span className={view.id === now?.id ? "font-semibold" : undefined}>{view.name}</span>
            {view.shared && !view.mine && (
              <span className="block text-caption font-normal text-ink-3">
                {t("madeBy", { name: view.maker })}
              </span>
            )}
          </MenuLink>
        ))}
      </>
    );

  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button>
            <Bookmark className="size-4" aria-hidden="true" />
            <span className="max-w-48 truncate">{now ? now.name : t("title")}</span>
            {changed && <span className="text-caption font-normal text-ink-3">{t("changed")}</span>}
          </Button>
        }
      >
        {group(
          t("own"),
          views.filter(({ mine }) => mine),
        )}
        {group(
          t("shared"),
          views.filter(({ mine }) => !mine),
        )}
        {views.length > 0 && <MenuSeparator />}
        <MenuItem icon={<Plus aria-hidden="true" />} onSelect={() => setForm("new")}>
          {t("saveAs")}
        </MenuItem>
        {now && changed && (
          <MenuItem icon={<RotateCcw aria-hidden="true" />} onSelect={() => open(now.id, now.query)}>
            {t("back", { name: now.name })}
          </MenuItem>
        )}
        {now?.mayChange && (
          <>
            {changed && (
              <MenuItem icon={<Save aria-hidden="true" />} onSelect={() => void keep(now)}>
                {t("keep", { name: now.name })}
              </MenuItem>
            )}
            <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setForm("rename")}>
              {t("rename", { name: now.name })}
            </MenuItem>
            <MenuItem danger icon={<Trash2 aria-hidden="true" />} onSelect={() => void remove(now)}>
              {t("remove", { name: now.name })}
            </MenuItem>
          </>
        )}
      </Menu>
      <Dialog
        open={form !== null}
        onOpenChange={(on) => !on && setForm(null)}
        title={form === "rename" && now ? t("rename", { name: now.name }) : t("saveAs")}
      >
        {form && (
          <ViewForm
            org={org}
            view={form === "rename" ? now : null}
            query={query}
            onDone={(id) => {
              setForm(null);
              if (form === "new") open(id, query);
              else router.refresh();
            }}
          />
        )}
      </Dialog>
    </>
  );
}

/** Name and reach of a view: of a new one, or of `view`. What was typed stays when it is refused. */
function ViewForm({
  org,
  view,
  query,
  onDone,
}: {
  org: string;
  view: SavedView | null;
  query: Query;
  onDone: (id: string) => void;
}) {
  const t = useTranslations("deals.views");
  const sentence = useRefusal();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<Refusal | null>(null);
  const [shared, setShared] = useState(view?.shared ?? false);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    if (!name) return;
    setBusy(true);
    const id = view?.id ?? newId();
    const result = view
      ? await changeView(org, { id, version: view.version, fields: { name, shared } })
      : await saveView(org, { id, name, query, shared });
    setBusy(false);
    if (!result.ok) return setWrong(result.refusal);
    notify({ title: t("saved", { name }), tone: "good" });
    onDone(id);
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      <Field label={t("name")} error={wrong && sentence(wrong)}>
        <Input name="name" defaultValue={view?.name ?? ""} required most={80} autoComplete="off" />
      </Field>
      <Checkbox label={t("share")} hint={t("shareHint")} checked={shared} onCheckedChange={setShared} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={busy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
