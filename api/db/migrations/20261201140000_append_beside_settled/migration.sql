-- A send that is settled looks its conversation up by a foreign key (FOR KEY SHARE): its row is written a second time in the
-- same transaction, and PostgreSQL then asks again. That waited for who appends to the conversation, in the order of messages
-- where those take conversations in theirs. At 100 sends a second to eight conversations, by two processes, that was two
-- deadlocks a second, each of a second in which everything behind it waited.
--
-- Who appends changes nothing that a foreign key could mean: so it locks FOR NO KEY UPDATE, beside which that look-up goes.
-- A column of a unique index would be a key, and nobody looks conversations up by their last message.
DROP INDEX "Conversation_lastMessageId_key";

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
-- in_run: the conversation is told of the message afterwards, with others (tell_conversation); latest_of_run: the time of
--   the last one that it was not told of yet
-- Raises HG001 where a row with this SID, this author's key, or another retry of the same message is there already, and
-- HG002 where the contact has opted out; then nothing is written. A message that is for later has its turn in the pace of
-- its sender when it is due (claim_message).
CREATE OR REPLACE FUNCTION append_message(m jsonb, latest_of_run timestamptz DEFAULT NULL, in_run boolean DEFAULT false)
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
  granted boolean := true;
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
  FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    INSERT INTO "Conversation" (id, "contactId", channel, "senderAddress")
    VALUES (gen_random_uuid(), contact, (m ->> 'channel')::"ChannelKind", m ->> 'senderAddress')
    ON CONFLICT ("contactId", channel, "senderAddress") DO UPDATE SET "senderAddress" = excluded."senderAddress"
    RETURNING id, "lastMessageAt", "optedOutAt", xmax = 0 INTO conversation, latest, opted_out, fresh;
  END IF;

  -- Asked before, and not left to ON CONFLICT: an insert that waits for another's index entry, while that one moves its
  -- own row to a new entry, is a deadlock.
  IF EXISTS (SELECT 1 FROM "Message" WHERE sid = m ->> 'sid')
    OR m ? 'retryOfId' AND EXISTS (SELECT 1 FROM "Message" WHERE "retryOfId" = (m ->> 'retryOfId')::uuid)
    OR m ? 'idempotencyKey' AND EXISTS (
      SELECT 1 FROM "Message" WHERE "idempotencyKey" = m ->> 'idempotencyKey' AND "sentById" = (m ->> 'sentById')::uuid
    )
    OR m ? 'idempotencyKey' AND EXISTS (
      SELECT 1 FROM "Message" WHERE "idempotencyKey" = m ->> 'idempotencyKey' AND "apiKeyId" = (m ->> 'apiKeyId')::uuid
    )
  THEN
    RAISE EXCEPTION 'this message is there already' USING ERRCODE = 'HG001';
  END IF;
  -- After that: whoever repeats a send hears what became of it, also when the contact has opted out since.
  IF NOT inbound AND opted_out IS NOT NULL THEN
    RAISE EXCEPTION 'the contact has opted out' USING ERRCODE = 'HG002';
  END IF;

  IF (m -> 'send' ->> 'segmentsPerSecond') IS NOT NULL AND send_at IS NULL THEN
    SELECT t.turn, t.granted INTO turn, granted
    FROM take_turn(
      m ->> 'senderAddress',
      make_interval(secs => coalesce((m ->> 'numSegments')::float, 1) / (m -> 'send' ->> 'segmentsPerSecond')::float),
      false
    ) t;
  END IF;
  -- Twilio keeps a Messaging Service's messages for later; all others are kept here.
  now_due := m ? 'send' AND (send_at IS NULL OR m ->> 'messagingServiceSid' IS NOT NULL)
    AND granted;

  written := greatest(clock_timestamp(), greatest(latest, latest_of_run) + interval '1 millisecond');
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
      now_due::int, CASE WHEN now_due THEN greatest(turn, clock_timestamp()) END,
      CASE WHEN now_due THEN greatest(turn, clock_timestamp()) + make_interval(secs => (m -> 'send' ->> 'leaseSeconds')::float) END,
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

  IF NOT in_run THEN
    PERFORM tell_conversation(conversation, message, written, 1, inbound::int);
  END IF;

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

-- Locks what append_auto_reply counts and writes, for a message that is there already: its contact, the paces of the
-- senders, its conversation, in the order in which append_messages takes them.
CREATE OR REPLACE FUNCTION lock_for_auto_reply(answers_sid text, replies jsonb)
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM 1 FROM "Contact" k
  WHERE k.id = (
    SELECT c."contactId" FROM "Conversation" c JOIN "Message" m ON m."conversationId" = c.id WHERE m.sid = answers_sid
  )
  FOR NO KEY UPDATE;
  PERFORM 1 FROM "SenderPace" p
  WHERE p.sender IN (
    SELECT r -> 'message' ->> 'senderAddress' FROM jsonb_array_elements(replies) r
    WHERE r -> 'message' -> 'send' ->> 'segmentsPerSecond' IS NOT NULL
  )
  ORDER BY p.sender FOR UPDATE;
  PERFORM 1 FROM "Conversation" c
  WHERE c.id = (SELECT m."conversationId" FROM "Message" m WHERE m.sid = answers_sid)
  FOR NO KEY UPDATE;
END
$$;
