-- What a list brings along that has no column of its own, and the fingerprint of its last import: equal means unchanged.
ALTER TABLE "company" ADD COLUMN "fingerprint" TEXT;
ALTER TABLE "product" ADD COLUMN "attributes" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "fingerprint" TEXT;
ALTER TABLE "membership" ADD COLUMN "attributes" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "fingerprint" TEXT;
ALTER TABLE "deal" ADD COLUMN "attributes" JSONB NOT NULL DEFAULT '{}';
