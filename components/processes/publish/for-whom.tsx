import { findStep } from "@/lib/domain/process/locate";
import { ownerKey } from "@/lib/domain/process/owner-key";
import type { Owner } from "@/lib/domain/process/types";
import type { Person, Publishing } from "@/lib/features/processes/view";
import type { Words } from "../words";

/** As many names as a line holds; the rest is counted. */
const NAMED = 5;
const TURNS = ["added", "takenOver", "handedOver", "removed", "otherwise"] as const;

/** What the version changes for each role and department, and who they are. */
export function ForWhom({ view, words }: { view: Publishing; words: Words }) {
  const { t } = words;
  const stepName = (key: string) => {
    const spot = findStep(view.document, key) ?? (view.published && findStep(view.published.document, key));
    return spot ? words.stepName(spot.step) : t("untitled.step");
  };
  if (view.impacts.length === 0) return <p className="text-ink-3">{t("publish.forNobody")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {view.impacts.map((impact) => {
        const people = peopleOf(impact.owner, view).map(({ name }) => name);
        return (
          <li key={ownerKey(impact.owner)} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[12rem_1fr]">
            <div>
              <p className="text-body-strong">
                {impact.owner.kind === "run-owner" && view.role
                  ? words.text(view.role.name)
                  : words.ownerName(impact.owner)}
              </p>
              <p className="text-caption font-normal text-ink-3">
                {people.length === 0
                  ? t("publish.nobodyYet")
                  : people.length > NAMED
                    ? t("publish.namesMore", {
                        names: people.slice(0, NAMED).join(", "),
                        count: people.length - NAMED,
                      })
                    : people.join(", ")}
              </p>
            </div>
            <ul className="flex flex-col gap-0.5">
              {TURNS.map((turn) => {
                const keys = impact[turn];
                return (
                  keys.length > 0 && (
                    <li key={turn}>
                      <span className="text-ink-2">{t(`publish.turn.${turn}`, { count: keys.length })}</span>{" "}
                      {keys.map(stepName).join(", ")}
                    </li>
                  )
                );
              })}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

/** Those with this role or department; of whoever runs the deal: those whose process it is. */
export function peopleOf(owner: Owner, view: Publishing): Person[] {
  if (owner.kind === "department")
    return view.people.filter(({ departmentId }) => departmentId !== null && departmentId === owner.id);
  const wanted = owner.kind === "role" ? owner.id : view.role?.id;
  return view.people.filter(({ roleId }) => roleId !== null && roleId === wanted);
}
