/** What the schema law lets stand, each for a reason. A new entry is a decision. */
export const ALLOWED = {
  /** No organisation owns these: identity, limits before any sign-in, and the runner's own table. */
  globalTables: ["organization", "user_account", "session", "rate_limit", "_prisma_migrations"],
  /** The auth role finds a membership, an invitation or a key before any organisation is known. */
  lookups: ["organization", "membership", "invitation", "api_key"],
  lookupIndexes: ["membership_user_id_idx", "invitation_token_hash_idx", "api_key_key_hash_idx"],
  globalReferences: ["membership_user_id_fkey"],
  /** Tables whose id is that of another table's row: a deal is a run, and so is a call. */
  extensions: ["deal", "call"],
  /** Hangs on a run, and anyone in the organisation may read it: visibility follows from it, and it holds ids only. */
  openToMembers: ["participant"],
  /** Ids without a foreign key. */
  looseIds: [
    // Who did it may be a member, an API key or a job.
    ...[
      "audit",
      "command_receipt",
      "event",
      "step_record",
      "criterion_record",
      "field_change",
      "activity",
      "relationship_record",
    ].map((table) => `${table}.actor_id`),
    ...["import.created_by_id", "process_version.created_by_id", "process_version.published_by_id"],
    "process_review.by_id",
    // The import a row came from: said for undoing, and worth nothing once the import is gone.
    ...["company", "contact", "product", "membership", "process"].map((table) => `${table}.import_id`),
    // The subject may be of any kind and may be gone.
    ...["audit.entity_id", "import_row.entity_id"],
    // The stage of a step or criterion carries the version; the copy only serves a unique key.
    ...["step.version_id", "exit_criterion.version_id"],
    // Who threw it away may be a member or an API key.
    ...["company", "contact", "task", "saved_view"].map((table) => `${table}.deleted_by_id`),
    // Who did it may have been a member, and nobody reads more of it than a name.
    "notification.actor_id",
    // Who wrote a task may be an API key; who did it or threw it away too.
    ...["creator_id", "done_by_id"].map((column) => `task.${column}`),
    "company_merge.merged_by_id",
    "contact_merge.merged_by_id",
    // An activity that was taken back leaves its step done.
    "step_record.activity_id",
    // Of companies or of people; the triggers that write them take them away.
    ...["alike_key.scope", "likely_pair.one", "likely_pair.other"],
    // A copy of a deal's owner, so that what a member may not see is left out while the index is read.
    "search_entry.owner_id",
    "search_hit.owner_id",
  ],
  definers: [
    "app.enter(bytea,text) of koers_auth search_path=pg_catalog, public, pg_temp",
    "app.enqueue_job(text,jsonb,text) of koers_job search_path=pg_catalog, pg_temp",
  ],
  authGrants: [
    ...["user_account", "session", "rate_limit"].flatMap((table) =>
      ["SELECT", "INSERT", "UPDATE", "DELETE"].map((privilege) => `${table} ${privilege}`),
    ),
    ...["organization", "membership", "invitation", "api_key"].map((table) => `${table} SELECT`),
  ],
  triggers: [
    "process_version keep_version",
    "stage keep_published",
    "step keep_published",
    "exit_criterion keep_published",
    // Whoever writes a name, it is found (decision 15).
    ...["deal", "company", "contact", "process"].flatMap((table) =>
      ["added", "changed", "removed"].map((what) => `${table} search_${what}`),
    ),
    "run search_changed",
    // And so are those that are probably one with it (decision 18).
    ...["company", "contact"].flatMap((table) =>
      ["added", "changed", "removed"].map((what) => `${table} alike_${what}`),
    ),
  ],
} as const;
