import "server-only";
import { nameMentions } from "@/lib/domain/mentions/mentions";
import type { RunEvent } from "@/lib/domain/run/events";
import type { RunState } from "@/lib/domain/run/state";
import type { LocalText } from "@/lib/domain/shared/text";
import { eventFromJson, type JsonEvent } from "@/lib/features/runs/events-store";
import type { KeptParts } from "@/lib/features/runs/pace";
import type { DealPerson, DealView } from "./view";

type Named<N = string> = { id: string; name: N };
type JsonActivity = {
  id: string;
  kind: string;
  note: string;
  twoWay: boolean;
  occurredOn: string;
  occurredAt: string | null;
  recordedAt: string;
  actorId: string;
  stepKey: string | null;
};

/** What the statement of a deal gives. */
export type DealParts = KeptParts & {
  deal: {
    version: number;
    processId: string;
    process: LocalText;
    number: number | null;
    asFound: boolean;
    imported: boolean;
  };
  events: JsonEvent[];
  activities: JsonActivity[];
  companies: Named[];
  contacts: Named[];
  products: Named[];
  /** Who owned the deal, did something on it or is mentioned in its activities. */
  members: (Named & { roleId: string | null })[];
  roles: Named<LocalText>[];
  departments: Named<LocalText>[];
  /** What active members have. */
  held: { role: string | null; department: string | null }[];
  people: DealPerson[];
  /** See `REGISTERS_EDGE`. */
  registers: string;
  competitors: Named[];
};

/** The events in order, as the domain reads them. */
export const eventsIn = ({ events }: DealParts): RunEvent[] => events.map(eventFromJson);

/** The latest activities, newest first, with today's names. */
export function activitiesIn({ activities, members }: DealParts): DealView["activities"] {
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return activities.map((row) => ({
    id: row.id,
    kind: row.kind,
    note: nameMentions(row.note, names),
    twoWay: row.twoWay,
    on: row.occurredOn,
    at: row.occurredAt,
    recordedAt: row.recordedAt,
    by: names.get(row.actorId) ?? "",
    stepKey: row.stepKey,
  }));
}

const REFERENCES = ["company", "contact", "product", "owner"];

/** The names of everything a deal's fields and history point at. */
export function namesIn(parts: DealParts, state: RunState) {
  const { companies, contacts, products, members, roles, departments, held } = parts;
  const all = new Map([...companies, ...contacts, ...products, ...members].map(({ id, name }) => [id, name]));
  const find = (rows: Named[], value: unknown) => rows.find(({ id }) => id === value) ?? null;
  const set = (ids: (string | null)[]) => new Set(ids.filter((id): id is string => id !== null));
  const ownerId = String(state.fields.owner ?? "");
  const owner = members.find(({ id }) => id === ownerId);
  return {
    company: find(companies, state.fields.company),
    contact: find(contacts, state.fields.contact),
    product: find(products, state.fields.product),
    owner: { id: ownerId, name: owner?.name ?? "" },
    ownerRoleId: owner?.roleId ?? null,
    held: {
      roles: set(held.map(({ role }) => role)),
      departments: set(held.map(({ department }) => department)),
    },
    members: new Map(members.map(({ id, name }) => [id, name])),
    roles: new Map(roles.map(({ id, name }) => [id, name])),
    departments: new Map(departments.map(({ id, name }) => [id, name])),
    /** An event's particulars with names in place of ids, as the history shows them. */
    readable: (payload: Record<string, unknown>): Record<string, unknown> =>
      REFERENCES.includes(String(payload.field))
        ? { ...payload, from: all.get(String(payload.from)) ?? null, to: all.get(String(payload.to)) ?? null }
        : payload,
  };
}
