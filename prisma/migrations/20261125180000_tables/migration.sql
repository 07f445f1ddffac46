-- Tables, keys and plain indexes, as prisma/schema declares them. Rules that Prisma cannot say follow in the next migration.
-- CreateTable
CREATE TABLE "audit" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "entity_id" UUID,
    "data" JSONB NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "command_receipt" (
    "org_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "input_hash" BYTEA NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_receipt_pkey" PRIMARY KEY ("org_id","actor_id","key")
);

-- CreateTable
CREATE TABLE "company" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "normal_name" TEXT NOT NULL,
    "external_id" TEXT,
    "sector" TEXT,
    "country" TEXT,
    "employees" INTEGER,
    "year_established" INTEGER,
    "revenue" DECIMAL(18,2),
    "parent_name" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "import_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "company_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "contact" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "company_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "job_title" TEXT,
    "import_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "competitor" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "competitor_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "product" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "normal_name" TEXT NOT NULL,
    "series" TEXT,
    "list_price_minor" BIGINT,
    "currency" TEXT,
    "external_id" TEXT,
    "import_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "import" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'uploading',
    "reading" JSONB,
    "mapping" JSONB,
    "counts" JSONB,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "error" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "import_part" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_part_pkey" PRIMARY KEY ("org_id","import_id","part")
);

-- CreateTable
CREATE TABLE "import_row" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "entity_id" UUID,
    "problems" JSONB,
    "values" JSONB,
    "before" JSONB,
    "version" INTEGER,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("org_id","import_id","number")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Amsterdam',
    "working_days" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "work_from" TEXT NOT NULL DEFAULT '09:00',
    "work_until" TEXT NOT NULL DEFAULT '17:00',
    "holiday_region" TEXT NOT NULL DEFAULT 'NL',
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "languages" TEXT[] DEFAULT ARRAY['en', 'nl']::TEXT[],
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "team_id" UUID,
    "commercial_role_id" UUID,
    "department_id" UUID,
    "manager_id" UUID,
    "external_id" TEXT,
    "import_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "team" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "commercial_role" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT,
    "name" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commercial_role_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "department" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT,
    "name" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "department_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "team_id" UUID,
    "commercial_role_id" UUID,
    "membership_id" UUID,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "prefix" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_on" DATE,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "currency_rate" (
    "org_id" UUID NOT NULL,
    "base" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "rate" DECIMAL(18,8) NOT NULL,

    CONSTRAINT "currency_rate_pkey" PRIMARY KEY ("org_id","base","quote","day")
);

-- CreateTable
CREATE TABLE "process" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "category" TEXT NOT NULL,
    "style" TEXT NOT NULL,
    "commercial_role_id" UUID,
    "objective" JSONB NOT NULL DEFAULT '{}',
    "target" JSONB,
    "template_key" TEXT,
    "import_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "process_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "process_version" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "number" INTEGER,
    "why" TEXT,
    "hypothesis" JSONB,
    "document" JSONB NOT NULL,
    "compiled" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "based_on_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "process_version_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "stage" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "buyer_step" JSONB NOT NULL,
    "planned_days" INTEGER,

    CONSTRAINT "stage_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "step" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "channel" TEXT,
    "owner_kind" TEXT NOT NULL,
    "owner_role_id" UUID,
    "owner_department_id" UUID,
    "window" JSONB,
    "importance" TEXT NOT NULL,
    "how_to" JSONB NOT NULL,
    "buyer_gains" JSONB NOT NULL,

    CONSTRAINT "step_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "exit_criterion" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "evidence" TEXT NOT NULL,
    "requirement" TEXT NOT NULL,

    CONSTRAINT "exit_criterion_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "process_review" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "conclusion" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "snapshot" JSONB NOT NULL,
    "by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "process_review_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "run" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "process_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "stage_key" TEXT,
    "entered_on" DATE,
    "entered_at" TIMESTAMPTZ(3),
    "opened_on" DATE,
    "closed_on" DATE,
    "next_step_key" TEXT,
    "next_due_on" DATE,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_event_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "deal" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "company_id" UUID,
    "contact_id" UUID,
    "product_id" UUID,
    "competitor_id" UUID,
    "amount_minor" BIGINT,
    "currency" TEXT NOT NULL,
    "expected_close" DATE,
    "segment" TEXT,
    "outcome" TEXT,
    "close_reason" TEXT,
    "close_note" TEXT,
    "external_id" TEXT,
    "fingerprint" TEXT,
    "import_id" UUID,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "deal_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "participant" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "membership_id" UUID,
    "commercial_role_id" UUID,
    "department_id" UUID,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "event" (
    "org_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "occurred_on" DATE NOT NULL,
    "occurred_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "tx" BIGINT NOT NULL DEFAULT (pg_current_xact_id())::text::bigint,

    CONSTRAINT "event_pkey" PRIMARY KEY ("org_id","run_id","seq")
);

-- CreateTable
CREATE TABLE "stage_visit" (
    "org_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,
    "stage_key" TEXT NOT NULL,
    "entered_on" DATE,
    "entered_at" TIMESTAMPTZ(3),
    "left_on" DATE,
    "left_at" TIMESTAMPTZ(3),
    "exit" TEXT,

    CONSTRAINT "stage_visit_pkey" PRIMARY KEY ("org_id","run_id","ordinal")
);

-- CreateTable
CREATE TABLE "step_record" (
    "org_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "step_key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "stage_key" TEXT,
    "occurred_on" DATE NOT NULL,
    "occurred_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "reason" TEXT,
    "note" TEXT,
    "activity_id" UUID,

    CONSTRAINT "step_record_pkey" PRIMARY KEY ("org_id","run_id","step_key")
);

-- CreateTable
CREATE TABLE "criterion_record" (
    "org_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "criterion_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "occurred_on" DATE NOT NULL,
    "actor_id" UUID,

    CONSTRAINT "criterion_record_pkey" PRIMARY KEY ("org_id","run_id","criterion_key")
);

-- CreateTable
CREATE TABLE "field_change" (
    "org_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "from" JSONB,
    "to" JSONB,
    "occurred_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,

    CONSTRAINT "field_change_pkey" PRIMARY KEY ("org_id","run_id","seq")
);

-- CreateTable
CREATE TABLE "activity" (
    "org_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "contact_id" UUID,
    "kind" TEXT NOT NULL,
    "step_key" TEXT,
    "two_way" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "occurred_on" DATE NOT NULL,
    "occurred_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("org_id","id")
);

-- CreateTable
CREATE TABLE "stage_total" (
    "org_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "stage_key" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "shard" SMALLINT NOT NULL,
    "deals" INTEGER NOT NULL DEFAULT 0,
    "amount_minor" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "stage_total_pkey" PRIMARY KEY ("org_id","process_id","stage_key","owner_id","currency","shard")
);

-- CreateIndex
CREATE INDEX "audit_org_id_at_idx" ON "audit"("org_id", "at");

-- CreateIndex
CREATE INDEX "audit_org_id_entity_id_idx" ON "audit"("org_id", "entity_id");

-- CreateIndex
CREATE INDEX "command_receipt_org_id_created_at_idx" ON "command_receipt"("org_id", "created_at");

-- CreateIndex
CREATE INDEX "company_org_id_normal_name_idx" ON "company"("org_id", "normal_name");

-- CreateIndex
CREATE INDEX "contact_org_id_company_id_idx" ON "contact"("org_id", "company_id");

-- CreateIndex
CREATE UNIQUE INDEX "competitor_org_id_name_key" ON "competitor"("org_id", "name");

-- CreateIndex
CREATE INDEX "product_org_id_normal_name_idx" ON "product"("org_id", "normal_name");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "import_org_id_created_at_idx" ON "import"("org_id", "created_at");

-- CreateIndex
CREATE INDEX "import_row_org_id_import_id_result_number_idx" ON "import_row"("org_id", "import_id", "result", "number");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "membership_org_id_team_id_idx" ON "membership"("org_id", "team_id");

-- CreateIndex
CREATE INDEX "membership_org_id_commercial_role_id_idx" ON "membership"("org_id", "commercial_role_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_org_id_user_id_key" ON "membership"("org_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_org_id_name_key" ON "team"("org_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "commercial_role_org_id_key_key" ON "commercial_role"("org_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "department_org_id_key_key" ON "department"("org_id", "key");

-- CreateIndex
CREATE INDEX "invitation_token_hash_idx" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_org_id_token_hash_key" ON "invitation"("org_id", "token_hash");

-- CreateIndex
CREATE INDEX "api_key_key_hash_idx" ON "api_key"("key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_org_id_key_hash_key" ON "api_key"("org_id", "key_hash");

-- CreateIndex
CREATE INDEX "process_org_id_commercial_role_id_idx" ON "process"("org_id", "commercial_role_id");

-- CreateIndex
CREATE INDEX "process_version_org_id_process_id_idx" ON "process_version"("org_id", "process_id");

-- CreateIndex
CREATE UNIQUE INDEX "process_version_org_id_process_id_number_key" ON "process_version"("org_id", "process_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "stage_org_id_version_id_key_key" ON "stage"("org_id", "version_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "stage_org_id_version_id_position_key" ON "stage"("org_id", "version_id", "position");

-- CreateIndex
CREATE INDEX "step_org_id_stage_id_idx" ON "step"("org_id", "stage_id");

-- CreateIndex
CREATE UNIQUE INDEX "step_org_id_version_id_key_key" ON "step"("org_id", "version_id", "key");

-- CreateIndex
CREATE INDEX "exit_criterion_org_id_stage_id_idx" ON "exit_criterion"("org_id", "stage_id");

-- CreateIndex
CREATE UNIQUE INDEX "exit_criterion_org_id_version_id_key_key" ON "exit_criterion"("org_id", "version_id", "key");

-- CreateIndex
CREATE INDEX "process_review_org_id_process_id_day_idx" ON "process_review"("org_id", "process_id", "day");

-- CreateIndex
CREATE INDEX "run_org_id_owner_id_idx" ON "run"("org_id", "owner_id");

-- CreateIndex
CREATE INDEX "run_org_id_version_id_idx" ON "run"("org_id", "version_id");

-- CreateIndex
CREATE INDEX "deal_org_id_company_id_idx" ON "deal"("org_id", "company_id");

-- CreateIndex
CREATE INDEX "deal_org_id_import_id_idx" ON "deal"("org_id", "import_id");

-- CreateIndex
CREATE INDEX "participant_org_id_run_id_idx" ON "participant"("org_id", "run_id");

-- CreateIndex
CREATE INDEX "participant_org_id_membership_id_idx" ON "participant"("org_id", "membership_id");

-- CreateIndex
CREATE INDEX "event_org_id_tx_idx" ON "event"("org_id", "tx");

-- CreateIndex
CREATE INDEX "event_org_id_type_occurred_on_idx" ON "event"("org_id", "type", "occurred_on");

-- CreateIndex
CREATE INDEX "stage_visit_org_id_version_id_stage_key_idx" ON "stage_visit"("org_id", "version_id", "stage_key");

-- CreateIndex
CREATE INDEX "step_record_org_id_recorded_at_idx" ON "step_record"("org_id", "recorded_at");

-- CreateIndex
CREATE INDEX "field_change_org_id_field_recorded_at_idx" ON "field_change"("org_id", "field", "recorded_at");

-- CreateIndex
CREATE INDEX "activity_org_id_run_id_occurred_on_idx" ON "activity"("org_id", "run_id", "occurred_on");

-- CreateIndex
CREATE INDEX "activity_org_id_actor_id_occurred_on_idx" ON "activity"("org_id", "actor_id", "occurred_on");

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_org_id_company_id_fkey" FOREIGN KEY ("org_id", "company_id") REFERENCES "company"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_part" ADD CONSTRAINT "import_part_org_id_import_id_fkey" FOREIGN KEY ("org_id", "import_id") REFERENCES "import"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_org_id_import_id_fkey" FOREIGN KEY ("org_id", "import_id") REFERENCES "import"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_org_id_team_id_fkey" FOREIGN KEY ("org_id", "team_id") REFERENCES "team"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_org_id_commercial_role_id_fkey" FOREIGN KEY ("org_id", "commercial_role_id") REFERENCES "commercial_role"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_org_id_department_id_fkey" FOREIGN KEY ("org_id", "department_id") REFERENCES "department"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_org_id_manager_id_fkey" FOREIGN KEY ("org_id", "manager_id") REFERENCES "membership"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process" ADD CONSTRAINT "process_org_id_commercial_role_id_fkey" FOREIGN KEY ("org_id", "commercial_role_id") REFERENCES "commercial_role"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_version" ADD CONSTRAINT "process_version_org_id_process_id_fkey" FOREIGN KEY ("org_id", "process_id") REFERENCES "process"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage" ADD CONSTRAINT "stage_org_id_version_id_fkey" FOREIGN KEY ("org_id", "version_id") REFERENCES "process_version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step" ADD CONSTRAINT "step_org_id_stage_id_fkey" FOREIGN KEY ("org_id", "stage_id") REFERENCES "stage"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exit_criterion" ADD CONSTRAINT "exit_criterion_org_id_stage_id_fkey" FOREIGN KEY ("org_id", "stage_id") REFERENCES "stage"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_review" ADD CONSTRAINT "process_review_org_id_process_id_fkey" FOREIGN KEY ("org_id", "process_id") REFERENCES "process"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
