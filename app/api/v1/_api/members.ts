import { z } from "zod";
import { ROLES } from "@/lib/domain/policy/permissions";
import { memberList } from "@/lib/features/members/queries";
import { endpoint } from "@/lib/platform/http/endpoint";
import { list } from "./shared";

const Member = z
  .object({
    id: z.uuid(),
    name: z.string(),
    role: z.enum(ROLES),
    status: z.enum(["active", "placeholder", "removed"]).meta({
      description: "`placeholder`: named by an import, has no account yet. `removed`: owns nothing new.",
    }),
  })
  .meta({ id: "Member" });
const Members = z
  .object({
    members: list(Member),
    more: z.int().meta({ description: "How many there are beyond these." }),
  })
  .meta({ id: "Members" });

export const listMembers = endpoint(memberList, {
  method: "GET",
  path: "/members",
  tag: "members",
  summary: "People of the organisation, by name",
  description: "Their ids are the `ownerId` of a deal. Addresses are not given.",
  answer: Members,
  present: ({ members, more }) => ({
    members: members.map(({ id, name, role, status }) => ({ id, name, role, status })),
    more,
  }),
  example: {
    members: [
      { id: "0199a6f0-8a3e-7c1b-9d52-3f7a1c0b2e41", name: "Eva Jansen", role: "rep", status: "active" },
    ],
    more: 0,
  },
});
