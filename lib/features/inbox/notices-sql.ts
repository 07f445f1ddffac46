import "server-only";
import type { z } from "zod";
import { noSql, type Sql, sql } from "@/lib/platform/db/sql";
import type { InboxPage } from "./input";

/** One member's notices with what they are about, the latest first; one more than asked for when there are more. */
export function noticesStatement(
  orgId: string,
  memberId: string,
  { after, limit }: z.output<typeof InboxPage>,
): Sql {
  const from = after ? sql`and (x.created_at, x.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : noSql;
  return sql`
    select n.id, n.kind, n.created_at, n.read_at, m.name as by, n.deals, n.tasks, t.title as task, coalesce(o.id, r.id) as deal_id,
      coalesce(nullif(c.plan ->> 'goal', ''), o.title, r.title) as deal, c.id is not null as is_call, r.id as run_id, t.company_id, p.id as process_id, s.step_key, p.name as process,
      case when n.kind in ('mention', 'suggestion', 'remark') then coalesce(a.note, s.body, t.note) end as words
    from (select * from notification x where x.org_id = ${orgId}::uuid and x.member_id = ${memberId}::uuid ${from}
      order by x.created_at desc, x.id desc limit ${limit + 1}) n
    left join membership m on m.org_id = n.org_id and m.id = n.actor_id
    left join task t on t.org_id = n.org_id and t.id = n.task_id and t.deleted_at is null
    left join run r on r.org_id = n.org_id and r.id = coalesce(n.run_id, t.run_id) and r.deleted_at is null
      and not exists (select from run x where x.org_id = r.org_id and x.id = r.deal_id and x.deleted_at is not null)
    left join call c on c.org_id = r.org_id and c.id = r.id
    left join run o on o.org_id = r.org_id and o.id = r.deal_id
    left join activity a on a.org_id = n.org_id and a.id = n.activity_id
    left join step_comment s on s.org_id = n.org_id and s.id = n.comment_id and s.deleted_at is null
    left join process p on p.org_id = s.org_id and p.id = s.process_id
    order by n.created_at desc, n.id desc`;
}

/** How many notices of a member are unread, counted up to `most`. */
export const unreadStatement = (orgId: string, memberId: string, most: number): Sql => sql`
  select count(*)::int as n from (select from notification
    where org_id = ${orgId}::uuid and member_id = ${memberId}::uuid and read_at is null limit ${most}) x`;
