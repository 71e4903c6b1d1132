-- Fifty messages of one conversation that come at once told it fifty times what its last message is, which was a quarter of
-- what they cost: each time a new version of its row, in all its indexes, and its triggers.

-- What a conversation shows of the messages that it got, of which the last is the one named.
CREATE FUNCTION tell_conversation(conversation uuid, message uuid, at timestamptz, messages int, unread int)
RETURNS void
LANGUAGE sql
AS $$
  UPDATE "Conversation" c
  SET "lastMessageId" = message, "lastMessageAt" = at, "messageCount" = c."messageCount" + messages,
    "unreadCount" = c."unreadCount" + unread, status = CASE WHEN unread > 0 THEN 'OPEN' ELSE c.status END
  WHERE c.id = conversation;
$$;

DROP FUNCTION append_message(jsonb);

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
CREATE FUNCTION append_message(m jsonb, latest_of_run timestamptz DEFAULT NULL, in_run boolean DEFAULT false)
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
  FOR UPDATE;
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

-- Appends each message as append_message does. One that is refused (HG001, HG002) is undone alone and says so; any other
-- error undoes all of them.
--
-- They are taken in one order everywhere, so that no two batches wait for each other's conversations; and the paces of
-- the senders, which many conversations share, before all conversations.
--
-- What one conversation gets, one after the other and without consequences, it is told of once (tell_conversation).
--
-- Beside append_message's: autoReplies: { most, withinSeconds, replies }, the automatic replies that the rules allow to
-- it; `reply` is the id of the one that was written.
CREATE OR REPLACE FUNCTION append_messages(messages jsonb)
RETURNS TABLE (
  ord int, "conversationId" uuid, "isNew" boolean, "createdAt" timestamptz, claimed boolean, reply uuid, refusal text
)
LANGUAGE plpgsql
AS $$
DECLARE
  paced text[];
  answering text[];
  m jsonb;
  -- The messages that their conversation was not told of yet: all of one.
  run text[];
  run_conversation uuid;
  run_message uuid;
  run_latest timestamptz;
  run_length int := 0;
  run_unread int := 0;
BEGIN
  SELECT array_agg(DISTINCT p.sender ORDER BY p.sender) INTO paced
  FROM (
    SELECT e ->> 'senderAddress' AS sender FROM jsonb_array_elements(messages) e
    WHERE e -> 'send' ->> 'segmentsPerSecond' IS NOT NULL
    UNION ALL
    SELECT r -> 'message' ->> 'senderAddress' FROM jsonb_array_elements(messages) e,
      jsonb_array_elements(e -> 'autoReplies' -> 'replies') r
    WHERE r -> 'message' -> 'send' ->> 'segmentsPerSecond' IS NOT NULL
  ) p;
  IF paced IS NOT NULL AND (jsonb_array_length(messages) > 1 OR messages -> 0 ? 'autoReplies') THEN
    INSERT INTO "SenderPace" (sender, "freeAt") SELECT s, clock_timestamp() FROM unnest(paced) s ORDER BY s
    ON CONFLICT (sender) DO NOTHING;
    PERFORM 1 FROM "SenderPace" WHERE sender = ANY (paced) ORDER BY sender FOR UPDATE;
  END IF;
  -- The automatic replies to a contact are counted over all its conversations.
  SELECT array_agg(e ->> 'contactAddress') INTO answering
  FROM jsonb_array_elements(messages) e WHERE e ? 'autoReplies';
  IF answering IS NOT NULL THEN
    PERFORM 1 FROM "Contact" WHERE address = ANY (answering) ORDER BY address FOR NO KEY UPDATE;
  END IF;

  FOR m, ord IN
    SELECT e.value, e.ordinality::int
    FROM jsonb_array_elements(messages) WITH ORDINALITY e
    ORDER BY e.value ->> 'contactAddress', e.value ->> 'channel', e.value ->> 'senderAddress', e.ordinality
  LOOP
    -- What a consent or a reply looks at must be told before.
    IF run_length > 0 AND (
      run <> ARRAY[m ->> 'contactAddress', m ->> 'channel', m ->> 'senderAddress'] OR m ?| ARRAY['consent', 'autoReplies']
    ) THEN
      PERFORM tell_conversation(run_conversation, run_message, run_latest, run_length, run_unread);
      run_latest := NULL;
      run_length := 0;
      run_unread := 0;
    END IF;
    BEGIN
      reply := NULL;
      SELECT a."conversationId", a."isNew", a."createdAt", a.claimed, NULL
      INTO "conversationId", "isNew", "createdAt", claimed, refusal
      FROM append_message(m, run_latest, NOT m ?| ARRAY['consent', 'autoReplies']) a;
      IF m ? 'consent' THEN
        PERFORM note_consent((m ->> 'id')::uuid, "conversationId", m -> 'consent');
      END IF;
      IF m ? 'autoReplies' THEN
        reply := append_auto_reply(
          (m ->> 'id')::uuid, m -> 'autoReplies' -> 'replies', (m -> 'autoReplies' ->> 'most')::int,
          (m -> 'autoReplies' ->> 'withinSeconds')::float
        );
      END IF;
    EXCEPTION WHEN SQLSTATE 'HG001' OR SQLSTATE 'HG002' THEN
      refusal := SQLSTATE;
    END;
    IF refusal IS NULL AND NOT m ?| ARRAY['consent', 'autoReplies'] THEN
      run := ARRAY[m ->> 'contactAddress', m ->> 'channel', m ->> 'senderAddress'];
      run_conversation := "conversationId";
      run_message := m ->> 'id';
      run_latest := "createdAt";
      run_length := run_length + 1;
      run_unread := run_unread + (m ->> 'direction' = 'INBOUND')::int;
    END IF;
    RETURN NEXT;
  END LOOP;
  IF run_length > 0 THEN
    PERFORM tell_conversation(run_conversation, run_message, run_latest, run_length, run_unread);
  END IF;
END
$$;
