/** A member's role in an organisation, from most to least power. */
export const ROLES = ["owner", "manager", "rep", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** What a verb needs. Reads end in `.read`; everything else changes something. */
export const PERMISSIONS = [
  "organization.read",
  "organization.edit",
  "member.read",
  "member.edit",
  "api-key.edit",
  "process.read",
  "process.edit",
  "process.publish",
  "review.record",
  "comment.write",
  "comment.remove",
  "company.read",
  "company.edit",
  "deal.read",
  "deal.create",
  "deal.edit",
  "task.edit",
  "inbox.edit",
  "view.save",
  "view.change",
  "insight.read",
  "import.read",
  "import.run",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** How far a permission reaches: every subject, or only one's own. */
export type Reach = "all" | "own";

/** Whose deals someone sees: their own, their team's, or everyone's. */
export const SEES = ["own", "team", "all"] as const;
export type Sees = (typeof SEES)[number];

/** What everybody may. */
const EVERYBODY = {
  "organization.read": "all",
  "member.read": "all",
  "process.read": "all",
  "company.read": "all",
  "deal.read": "all",
  "insight.read": "all",
  "view.save": "all",
  // Everybody, and nobody else's.
  "inbox.edit": "own",
  "view.change": "own",
} as const satisfies Partial<Record<Permission, Reach>>;

const MANAGES = {
  ...EVERYBODY,
  "process.edit": "all",
  "process.publish": "all",
  "review.record": "all",
  "comment.write": "all",
  "comment.remove": "all",
  "company.edit": "all",
  "deal.create": "all",
  "deal.edit": "all",
  "task.edit": "all",
  "view.change": "all",
  "import.read": "all",
  "import.run": "all",
} as const satisfies Partial<Record<Permission, Reach>>;

const GRANTS: Record<Role, Partial<Record<Permission, Reach>>> = {
  owner: { ...MANAGES, "organization.edit": "all", "member.edit": "all", "api-key.edit": "all" },
  manager: { ...MANAGES, "member.edit": "all" },
  rep: {
    ...EVERYBODY,
    "comment.write": "all",
    "comment.remove": "own",
    "company.edit": "all",
    "deal.create": "all",
    "deal.edit": "own",
    "task.edit": "all",
  },
  viewer: EVERYBODY,
};

/** How far `role` may use `permission`; null when it may not at all, and for any role or permission unknown. */
export function reach(role: string, permission: Permission): Reach | null {
  return GRANTS[role as Role]?.[permission] ?? null;
}
