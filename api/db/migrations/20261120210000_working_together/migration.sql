-- Working together: labels, snoozing, notes, and what happened in a conversation besides its messages.

CREATE TYPE "LabelColor" AS ENUM ('GRAY', 'RED', 'ORANGE', 'YELLOW', 'GREEN', 'TEAL', 'BLUE', 'PURPLE', 'PINK');

CREATE TYPE "ThreadEntryKind" AS ENUM (
  'NOTE', 'ASSIGNED', 'UNASSIGNED', 'SNOOZED', 'WOKEN', 'ARCHIVED', 'REOPENED', 'LABELED', 'UNLABELED',
  'PARTICIPANT_JOINED', 'PARTICIPANT_LEFT'
);

ALTER TABLE "Contact" ADD COLUMN "notes" TEXT;

ALTER TABLE "Conversation" ADD COLUMN "snoozedUntil" TIMESTAMPTZ(3);

-- Nobody could say until when so far.
UPDATE "Conversation" SET status = 'OPEN' WHERE status = 'SNOOZED';

CREATE TABLE "Label" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "color" "LabelColor" NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Label_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ConversationLabel" (
  "conversationId" UUID NOT NULL,
  "labelId" UUID NOT NULL,
  CONSTRAINT "ConversationLabel_pkey" PRIMARY KEY ("conversationId", "labelId")
);

CREATE TABLE "ContactLabel" (
  "contactId" UUID NOT NULL,
  "labelId" UUID NOT NULL,
  CONSTRAINT "ContactLabel_pkey" PRIMARY KEY ("contactId", "labelId")
);

CREATE TABLE "ThreadEntry" (
  "id" UUID NOT NULL,
  "conversationId" UUID NOT NULL,
  "kind" "ThreadEntryKind" NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  "actorId" UUID,
  "apiKeyId" UUID,
  "actorName" TEXT,
  "body" TEXT,
  "subjectId" UUID,
  "label" TEXT,
  "until" TIMESTAMPTZ(3),
  "participant" TEXT,
  "idempotencyKey" TEXT,
  CONSTRAINT "ThreadEntry_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Mention" (
  "entryId" UUID NOT NULL,
  "userId" UUID NOT NULL,
  CONSTRAINT "Mention_pkey" PRIMARY KEY ("entryId", "userId")
);

CREATE UNIQUE INDEX "Label_key_key" ON "Label" ("key");
CREATE INDEX "ConversationLabel_labelId_idx" ON "ConversationLabel" ("labelId");
CREATE INDEX "ContactLabel_labelId_idx" ON "ContactLabel" ("labelId");
CREATE INDEX "ThreadEntry_conversationId_at_id_idx" ON "ThreadEntry" ("conversationId", "at" DESC, "id" DESC);
CREATE UNIQUE INDEX "ThreadEntry_actorId_idempotencyKey_key" ON "ThreadEntry" ("actorId", "idempotencyKey");
CREATE UNIQUE INDEX "ThreadEntry_apiKeyId_idempotencyKey_key" ON "ThreadEntry" ("apiKeyId", "idempotencyKey");
CREATE INDEX "Mention_userId_idx" ON "Mention" ("userId");

ALTER TABLE "ConversationLabel" ADD CONSTRAINT "ConversationLabel_conversationId_fkey"
  FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ConversationLabel" ADD CONSTRAINT "ConversationLabel_labelId_fkey"
  FOREIGN KEY ("labelId") REFERENCES "Label" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ContactLabel" ADD CONSTRAINT "ContactLabel_contactId_fkey"
  FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ContactLabel" ADD CONSTRAINT "ContactLabel_labelId_fkey"
  FOREIGN KEY ("labelId") REFERENCES "Label" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ThreadEntry" ADD CONSTRAINT "ThreadEntry_conversationId_fkey"
  FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ThreadEntry" ADD CONSTRAINT "ThreadEntry_actorId_fkey"
  FOREIGN KEY ("actorId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ThreadEntry" ADD CONSTRAINT "ThreadEntry_apiKeyId_fkey"
  FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ThreadEntry" ADD CONSTRAINT "ThreadEntry_subjectId_fkey"
  FOREIGN KEY ("subjectId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_entryId_fkey"
  FOREIGN KEY ("entryId") REFERENCES "ThreadEntry" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_userId_fkey"
  FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The folders of what is somebody's and of what is nobody's: two halves of what was one index, where IS NULL on its first
-- column kept no order.
CREATE INDEX "Conversation_unassigned" ON "Conversation" ("status", "lastMessageAt" DESC, "id" DESC)
  WHERE "assigneeId" IS NULL;
CREATE INDEX "Conversation_assigned" ON "Conversation" ("assigneeId", "status", "lastMessageAt" DESC, "id" DESC)
  WHERE "assigneeId" IS NOT NULL;
DROP INDEX "Conversation_assigneeId_status_lastMessageAt_id_idx";
-- The list of one of our addresses.
CREATE INDEX "Conversation_senderAddress_status_lastMessageAt_id_idx"
  ON "Conversation" ("senderAddress", "status", "lastMessageAt" DESC, "id" DESC);
-- What the sweep looks for.
CREATE INDEX "Conversation_snoozed" ON "Conversation" ("snoozedUntil") WHERE "snoozedUntil" IS NOT NULL;

-- Clients tell a newer state of a contact from an older one by it, as with conversations.
CREATE TRIGGER touch_contact BEFORE UPDATE ON "Contact"
FOR EACH ROW EXECUTE FUNCTION touch_conversation();

-- Writes an entry of the thread in the name of who acts in this transaction: `heliograph.actor` is a user's id,
-- `heliograph.actor_name` the name of a person or a program; where neither is set, it happened by itself.
--
-- `heliograph.entries` then lists what this transaction wrote ("conversation:entry", by commas), for who tells the screens
-- after the commit: written_entries().
CREATE FUNCTION write_entry(conversation uuid, kind "ThreadEntryKind", at timestamptz, details jsonb)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  entry uuid := gen_random_uuid();
BEGIN
  INSERT INTO "ThreadEntry" (id, "conversationId", kind, at, "actorId", "actorName", "subjectId", label, until, participant)
  VALUES (
    entry, conversation, kind, at, nullif(current_setting('heliograph.actor', true), '')::uuid,
    nullif(current_setting('heliograph.actor_name', true), ''),
    -- Who is just being deleted is no subject any more.
    (SELECT u.id FROM "User" u WHERE u.id = (details ->> 'subject')::uuid),
    details ->> 'label', (details ->> 'until')::timestamptz, details ->> 'participant'
  );
  PERFORM note_entry(conversation, entry);
END
$$;

CREATE FUNCTION note_entry(conversation uuid, entry uuid)
RETURNS void
LANGUAGE sql
AS $$
  SELECT set_config(
    'heliograph.entries',
    concat_ws(',', nullif(current_setting('heliograph.entries', true), ''), conversation || ':' || entry),
    true
  )
$$;

-- The entries that this transaction wrote. VOLATILE: it is asked again, though nothing about it seems to change.
CREATE FUNCTION written_entries()
RETURNS text
LANGUAGE sql VOLATILE
AS $$
  SELECT coalesce(current_setting('heliograph.entries', true), '')
$$;

-- Time is over, or somebody opens or archives it: it sleeps no more.
CREATE FUNCTION end_snooze()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW."snoozedUntil" := NULL;
  RETURN NEW;
END
$$;

CREATE TRIGGER end_snooze BEFORE UPDATE ON "Conversation"
FOR EACH ROW WHEN (NEW.status <> 'SNOOZED' AND NEW."snoozedUntil" IS NOT NULL)
EXECUTE FUNCTION end_snooze();

-- Has a worker wake a conversation, in the transaction that snoozes it; one job for each: a later time moves it.
CREATE FUNCTION wake_conversation(conversation uuid, at timestamptz)
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    'wakeConversation', json_build_object('conversationId', conversation), run_at => at,
    job_key => 'wakeConversation:' || conversation, max_attempts => 25
  );
END
$$;

-- By a trigger, so that every way to another status (an operator's, an inbound message's, a worker's) writes its one entry.
CREATE FUNCTION tell_of_status()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM write_entry(
    NEW.id,
    (CASE
      WHEN NEW.status = 'SNOOZED' THEN 'SNOOZED'
      WHEN NEW.status = 'ARCHIVED' THEN 'ARCHIVED'
      WHEN OLD.status = 'SNOOZED' THEN 'WOKEN'
      ELSE 'REOPENED'
    END)::"ThreadEntryKind",
    -- After the message that opened it, whose time may be ahead of the clock's.
    greatest(clock_timestamp(), NEW."lastMessageAt"),
    jsonb_build_object('until', NEW."snoozedUntil")
  );
  IF NEW.status = 'SNOOZED' THEN
    PERFORM wake_conversation(NEW.id, NEW."snoozedUntil");
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER tell_of_status AFTER UPDATE OF status, "snoozedUntil" ON "Conversation"
FOR EACH ROW WHEN (
  OLD.status <> NEW.status OR NEW.status = 'SNOOZED' AND OLD."snoozedUntil" IS DISTINCT FROM NEW."snoozedUntil"
)
EXECUTE FUNCTION tell_of_status();

-- One that sleeps has an end; rows that are written asleep (by an import) have their job, too.
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_snoozedUntil_check"
  CHECK ((status = 'SNOOZED') = ("snoozedUntil" IS NOT NULL));

CREATE FUNCTION wake_imported()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM wake_conversation(NEW.id, NEW."snoozedUntil");
  RETURN NULL;
END
$$;

CREATE TRIGGER wake_imported AFTER INSERT ON "Conversation"
FOR EACH ROW WHEN (NEW.status = 'SNOOZED')
EXECUTE FUNCTION wake_imported();

CREATE FUNCTION tell_of_assignee()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM write_entry(
    NEW.id,
    (CASE WHEN NEW."assigneeId" IS NULL THEN 'UNASSIGNED' ELSE 'ASSIGNED' END)::"ThreadEntryKind",
    greatest(clock_timestamp(), NEW."lastMessageAt"),
    -- Whose it is now, or was.
    jsonb_build_object('subject', coalesce(NEW."assigneeId", OLD."assigneeId"))
  );
  RETURN NULL;
END
$$;

CREATE TRIGGER tell_of_assignee AFTER UPDATE OF "assigneeId" ON "Conversation"
FOR EACH ROW WHEN (OLD."assigneeId" IS DISTINCT FROM NEW."assigneeId")
EXECUTE FUNCTION tell_of_assignee();

-- Where the label itself is deleted, or the conversation, there is nothing to tell: a label may be on all of them.
CREATE FUNCTION tell_of_label()
RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  one "ConversationLabel" := coalesce(NEW, OLD);
  name text;
  latest timestamptz;
BEGIN
  SELECT l.name, c."lastMessageAt" INTO name, latest
  FROM "Label" l, "Conversation" c WHERE l.id = one."labelId" AND c.id = one."conversationId";
  IF FOUND THEN
    PERFORM write_entry(
      one."conversationId",
      (CASE TG_OP WHEN 'INSERT' THEN 'LABELED' ELSE 'UNLABELED' END)::"ThreadEntryKind",
      greatest(clock_timestamp(), latest),
      jsonb_build_object('label', name)
    );
    -- A trigger of its own keeps the time.
    UPDATE "Conversation" SET "updatedAt" = now() WHERE id = one."conversationId";
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER tell_of_label AFTER INSERT OR DELETE ON "ConversationLabel"
FOR EACH ROW EXECUTE FUNCTION tell_of_label();

CREATE FUNCTION tell_of_participant()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM write_entry(
    NEW."conversationId",
    (CASE WHEN NEW."removedAt" IS NULL THEN 'PARTICIPANT_JOINED' ELSE 'PARTICIPANT_LEFT' END)::"ThreadEntryKind",
    greatest(clock_timestamp(), (SELECT "lastMessageAt" FROM "Conversation" WHERE id = NEW."conversationId")),
    jsonb_build_object('participant', coalesce(NEW.identity, NEW.address, NEW.sid))
  );
  RETURN NULL;
END
$$;

CREATE TRIGGER tell_of_new_participant AFTER INSERT ON "Participant"
FOR EACH ROW EXECUTE FUNCTION tell_of_participant();

CREATE TRIGGER tell_of_participant AFTER UPDATE OF "removedAt" ON "Participant"
FOR EACH ROW WHEN (OLD."removedAt" IS NULL AND NEW."removedAt" IS NOT NULL)
EXECUTE FUNCTION tell_of_participant();
