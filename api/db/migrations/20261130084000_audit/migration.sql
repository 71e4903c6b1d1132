-- The audit log: who did what to which thing, from where. It is only ever added to.

CREATE TYPE "AuditGroup" AS ENUM ('ACCESS', 'ADMINISTRATION', 'INBOX', 'SENDING', 'EXPORT');

CREATE TYPE "AuditActorKind" AS ENUM ('USER', 'API_KEY', 'CONSOLE', 'SYSTEM', 'NOBODY');

CREATE TYPE "AuditOutcome" AS ENUM ('DONE', 'REFUSED', 'FAILED');

-- What changes something is written down before it is done, by an entry without an outcome, and again when its end is
-- known (`attemptId`): nothing that was committed lacks its entry, wherever the process dies. No column refers to another
-- table, as entries outlive what they name.
CREATE TABLE "AuditEntry" (
  "id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  "attemptId" UUID,
  "outcome" "AuditOutcome",
  "code" TEXT,
  "group" "AuditGroup" NOT NULL,
  "action" TEXT NOT NULL,
  "actorKind" "AuditActorKind" NOT NULL,
  "actorId" UUID,
  "actorName" TEXT,
  "actorEmail" TEXT,
  "sessionId" UUID,
  "subjectType" TEXT,
  "subjectId" TEXT,
  "subjectName" TEXT,
  "arguments" JSONB NOT NULL DEFAULT '[]',
  "changes" JSONB NOT NULL DEFAULT '[]',
  "address" TEXT,
  "userAgent" TEXT,
  "requestId" TEXT,
  "words" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "AuditEntry_attemptId_key" ON "AuditEntry" ("attemptId");
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry" ("at" DESC, "id" DESC);
CREATE INDEX "AuditEntry_actorId_at_id_idx" ON "AuditEntry" ("actorId", "at" DESC, "id" DESC);
CREATE INDEX "AuditEntry_group_at_id_idx" ON "AuditEntry" ("group", "at" DESC, "id" DESC);
CREATE INDEX "AuditEntry_action_at_id_idx" ON "AuditEntry" ("action", "at" DESC, "id" DESC);
CREATE INDEX "AuditEntry_subjectType_at_id_idx" ON "AuditEntry" ("subjectType", "at" DESC, "id" DESC);
CREATE INDEX "AuditEntry_subjectId_at_id_idx" ON "AuditEntry" ("subjectId", "at" DESC, "id" DESC);
CREATE INDEX "AuditEntry_words" ON "AuditEntry" USING gin ("words" gin_trgm_ops);

-- Entries stay as they were written. `heliograph.forget_audit_before` is the one door, for the retention: a time, within
-- one transaction, before which entries may go. It keeps mistakes out, and this program; not who owns the table, who could
-- take the trigger away. Against them, export or replicate the log to where they have no rights.
CREATE FUNCTION keep_audit_entry()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF TG_OP = 'DELETE'
    AND OLD.at < nullif(current_setting('heliograph.forget_audit_before', true), '')::timestamptz
  THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The audit log is append-only'
    USING ERRCODE = 'insufficient_privilege', HINT = 'AUDIT_DAYS says how long entries are kept.';
END
$$;

CREATE TRIGGER keep_audit_entry BEFORE UPDATE OR DELETE ON "AuditEntry"
FOR EACH ROW EXECUTE FUNCTION keep_audit_entry();

CREATE TRIGGER keep_audit_entries BEFORE TRUNCATE ON "AuditEntry"
FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_entry();

-- Writes any number of entries, in the order in which they come. Of those that say the same `once`, one is written in a
-- quarter of an hour.
CREATE FUNCTION write_audit_entries(entries jsonb)
RETURNS void
LANGUAGE sql
AS $$
  INSERT INTO "AuditEntry" (
    id, "attemptId", outcome, code, "group", action, "actorKind", "actorId", "actorName", "actorEmail", "sessionId",
    "subjectType", "subjectId", "subjectName", arguments, changes, address, "userAgent", "requestId", words
  )
  SELECT
    CASE
      WHEN e.once IS NULL THEN e.id
      ELSE md5(concat(e.action, ' ', e.once, ' ', floor(extract(epoch FROM now()) / 900)))::uuid
    END,
    e."attemptId", e.outcome, e.code, e."group", e.action, e."actorKind", e."actorId", e."actorName", e."actorEmail",
    e."sessionId", e."subjectType", e."subjectId", e."subjectName", coalesce(e.arguments, '[]'), coalesce(e.changes, '[]'),
    e.address, e."userAgent", e."requestId", coalesce(search_text(e.words), '')
  FROM jsonb_to_recordset(entries) AS e(
    id uuid, once text, "attemptId" uuid, outcome "AuditOutcome", code text, "group" "AuditGroup", action text,
    "actorKind" "AuditActorKind", "actorId" uuid, "actorName" text, "actorEmail" text, "sessionId" uuid,
    "subjectType" text, "subjectId" text, "subjectName" text, arguments jsonb, changes jsonb, address text,
    "userAgent" text, "requestId" text, words text
  )
  ON CONFLICT DO NOTHING
$$;
