-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "contentType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "name" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "uploadedById" UUID,
    "apiKeyId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "Media" ADD COLUMN "fileId" UUID,
ALTER COLUMN "url" DROP NOT NULL,
-- Somewhere it must be.
ADD CONSTRAINT "Media_place_check" CHECK ("url" IS NOT NULL OR "fileId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "StoredFile_createdAt_idx" ON "StoredFile"("createdAt");

-- CreateIndex
CREATE INDEX "Media_fileId_idx" ON "Media"("fileId");

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Media" ADD CONSTRAINT "Media_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Writes a message at the end of its conversation, with all that belongs to it, in one statement: contact and
-- conversation (found or made without a race), what the conversation shows, attachments, consent, and the job that
-- sends it. One round trip, because on the way of a message the round trips are what costs.
--
-- The conversation is locked until the commit: so its messages get strictly increasing times in the order of their
-- commits, and whoever presses twice comes here one after the other.
--
-- m: { id, contactAddress, senderAddress, direction, channel, from, to, body, status, sid, numSegments,
--      messagingServiceSid, sendAt, validityPeriod, sentById, apiKeyId, idempotencyKey, retryOfId, params,
--      media: [{ id, position, url, contentType, fileId }],  a file's type and size come from its row
--      consent: { id, allowed, source },              what an inbound message says about being written to
--      send: { leaseSeconds, lookAfterSeconds, segmentsPerSecond } }   of an outbound one: sent by the caller, at once,
--        where the answer says claimed; else by a worker when its time or its turn has come
-- Raises HG001 where a row with this SID, this author's key, or another retry of the same message is there already, and
-- HG002 where the contact has opted out; then nothing is written.
CREATE OR REPLACE FUNCTION append_message(m jsonb)
RETURNS TABLE ("conversationId" uuid, "isNew" boolean, "createdAt" timestamptz, claimed boolean)
LANGUAGE plpgsql
AS $$
#variable_conflict use_column
DECLARE
  message uuid := m ->> 'id';
  inbound boolean := m ->> 'direction' = 'INBOUND';
  contact uuid;
  conversation uuid;
  fresh boolean := false;
  latest timestamptz;
  opted_out timestamptz;
  send_at timestamptz := m ->> 'sendAt';
  turn timestamptz;
  cost interval;
  written timestamptz;
  now_due boolean;
BEGIN
  SELECT id INTO contact FROM "Contact" WHERE address = m ->> 'contactAddress';
  IF NOT FOUND THEN
    -- DO UPDATE and not DO NOTHING: only so the row of somebody else's transaction is waited for and returned.
    INSERT INTO "Contact" (id, address) VALUES (gen_random_uuid(), m ->> 'contactAddress')
    ON CONFLICT (address) DO UPDATE SET address = excluded.address
    RETURNING id INTO contact;
  END IF;

  SELECT c.id, c."lastMessageAt", c."optedOutAt" INTO conversation, latest, opted_out FROM "Conversation" c
  WHERE c."contactId" = contact AND c.channel = (m ->> 'channel')::"ChannelKind" AND c."senderAddress" = m ->> 'senderAddress'
  FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO "Conversation" (id, "contactId", channel, "senderAddress")
    VALUES (gen_random_uuid(), contact, (m ->> 'channel')::"ChannelKind", m ->> 'senderAddress')
    ON CONFLICT ("contactId", channel, "senderAddress") DO UPDATE SET "senderAddress" = excluded."senderAddress"
    RETURNING id, "lastMessageAt", "optedOutAt", xmax = 0 INTO conversation, latest, opted_out, fresh;
  END IF;

  IF NOT inbound AND opted_out IS NOT NULL THEN
    RAISE EXCEPTION 'the contact has opted out' USING ERRCODE = 'HG002';
  END IF;
  -- Asked before, and not left to ON CONFLICT: an insert that waits for another's index entry, while that one moves its
  -- own row to a new entry, is a deadlock.
  IF EXISTS (SELECT 1 FROM "Message" WHERE sid = m ->> 'sid')
    OR EXISTS (SELECT 1 FROM "Message" WHERE "retryOfId" = (m ->> 'retryOfId')::uuid)
    OR EXISTS (SELECT 1 FROM "Message" WHERE "idempotencyKey" = m ->> 'idempotencyKey' AND "sentById" = (m ->> 'sentById')::uuid)
    OR EXISTS (SELECT 1 FROM "Message" WHERE "idempotencyKey" = m ->> 'idempotencyKey' AND "apiKeyId" = (m ->> 'apiKeyId')::uuid)
  THEN
    RAISE EXCEPTION 'this message is there already' USING ERRCODE = 'HG001';
  END IF;

  IF (m -> 'send' ->> 'segmentsPerSecond') IS NOT NULL AND send_at IS NULL THEN
    cost := make_interval(secs => coalesce((m ->> 'numSegments')::float, 1) / (m -> 'send' ->> 'segmentsPerSecond')::float);
    INSERT INTO "SenderPace" AS pace (sender, "freeAt") VALUES (m ->> 'senderAddress', clock_timestamp() + cost)
    ON CONFLICT (sender) DO UPDATE SET "freeAt" = greatest(pace."freeAt", clock_timestamp()) + cost
    RETURNING "freeAt" - cost INTO turn;
  END IF;
  -- Twilio keeps a Messaging Service's messages for later; all others are kept here.
  now_due := m ? 'send' AND (send_at IS NULL OR m ->> 'messagingServiceSid' IS NOT NULL)
    AND (turn IS NULL OR turn < clock_timestamp() + interval '50 milliseconds');

  written := greatest(clock_timestamp(), latest + interval '1 millisecond');
  BEGIN
    INSERT INTO "Message" (
      id, sid, "conversationId", direction, channel, "from", "to", body, "numSegments", status, "messagingServiceSid",
      "sendAt", "validityPeriod", "paceAt", "sentById", "apiKeyId", "idempotencyKey", "retryOfId", params,
      attempt, "attemptedAt", "claimedUntil", "createdAt", "updatedAt"
    )
    VALUES (
      message, m ->> 'sid', conversation, (m ->> 'direction')::"MessageDirection", (m ->> 'channel')::"ChannelKind",
      m ->> 'from', m ->> 'to', m ->> 'body', (m ->> 'numSegments')::int, (m ->> 'status')::"MessageStatus",
      m ->> 'messagingServiceSid', send_at, (m ->> 'validityPeriod')::int, turn, (m ->> 'sentById')::uuid,
      (m ->> 'apiKeyId')::uuid, m ->> 'idempotencyKey', (m ->> 'retryOfId')::uuid, m -> 'params',
      now_due::int, CASE WHEN now_due THEN clock_timestamp() END,
      CASE WHEN now_due THEN clock_timestamp() + make_interval(secs => (m -> 'send' ->> 'leaseSeconds')::float) END,
      written, written
    );
  EXCEPTION WHEN unique_violation THEN
    -- The same key at the same time, for another conversation.
    RAISE EXCEPTION 'this message is there already' USING ERRCODE = 'HG001';
  END;

  IF m -> 'media' <> '[]' THEN
    INSERT INTO "Media" (id, "messageId", position, url, "fileId", "contentType", size)
    SELECT r.id, message, r.position, r.url, r."fileId", coalesce(f."contentType", r."contentType"), f.size
    FROM jsonb_to_recordset(m -> 'media') AS r (id uuid, position int, url text, "contentType" text, "fileId" uuid)
    LEFT JOIN "StoredFile" f ON f.id = r."fileId";
  END IF;

  UPDATE "Conversation" c
  SET "lastMessageId" = message, "lastMessageAt" = written, "messageCount" = c."messageCount" + 1,
    "unreadCount" = c."unreadCount" + inbound::int, status = CASE WHEN inbound THEN 'OPEN' ELSE c.status END
  WHERE c.id = conversation;

  IF m ? 'consent' AND (opted_out IS NULL) <> (m -> 'consent' ->> 'allowed')::boolean THEN
    UPDATE "Conversation" c
    SET "optedOutAt" = CASE WHEN opted_out IS NULL THEN now() END,
      "optOutSource" = CASE WHEN opted_out IS NULL THEN (m -> 'consent' ->> 'source')::"ConsentSource" END
    WHERE c.id = conversation;
    INSERT INTO "ConsentEvent" (id, "conversationId", allowed, source)
    VALUES ((m -> 'consent' ->> 'id')::uuid, conversation, opted_out IS NOT NULL, (m -> 'consent' ->> 'source')::"ConsentSource");
  END IF;

  IF m ? 'send' THEN
    -- One for each message (its key), so that it can be moved and removed.
    PERFORM graphile_worker.add_job(
      'sendMessage', json_build_object('messageId', message),
      run_at => CASE WHEN now_due THEN now() + make_interval(secs => (m -> 'send' ->> 'lookAfterSeconds')::float)
        ELSE greatest(turn, send_at) END,
      job_key => 'sendMessage:' || message, max_attempts => 25
    );
  END IF;

  RETURN QUERY SELECT conversation, fresh, written, now_due;
END
$$;
