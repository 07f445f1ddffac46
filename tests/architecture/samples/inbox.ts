import type { Samples } from "../ground";

export const inbox: Samples = {
  "digest.choose": () => ({ digest: "off" }),
  "digest.choice": () => ({}),
  "mail.list": ({ member }) => ({ after: { at: "2026-11-25T09:00:00.000Z", id: member } }),
  "inbox.list": ({ notice }) => ({ after: { at: "2026-11-25T09:00:00.000Z", id: notice } }),
  "inbox.unread": () => ({}),
  "inbox.people": () => ({}),
  "inbox.mark": ({ notice }) => ({ id: notice, read: true }),
  "inbox.mark-all": () => ({}),
  "inbox.unmark-all": () => ({ at: "2026-11-25T09:00:00.000Z" }),
};
