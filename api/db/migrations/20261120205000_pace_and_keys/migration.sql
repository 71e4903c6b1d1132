-- The pace of a sender holds for all that it sends, whatever the way: at once, at its time, or again after a refusal.

-- Until when the sender sends what was let go; "freeAt" is the end of the row of all that have a place in it.
ALTER TABLE "SenderPace" ADD COLUMN "busyUntil" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- A place in the row of a sender's messages, each of which takes it `cost`. The sender's row is locked until the commit.
--
-- has_place: it stood in the row already, and its time has come: it goes as soon as the sender is free, a few seconds
--   from now at most (jobs come up to two seconds late, several at once); of many that come too late, as after a worker
--   was away, the others go to the end of the row
-- Returns when its turn is, and whether it is let go, to be sent then and not before; if not, it comes again then.
CREATE FUNCTION take_turn(pace_sender text, cost interval, has_place boolean)
RETURNS TABLE (turn timestamptz, granted boolean)
LANGUAGE plpgsql
AS $$
DECLARE
  pace "SenderPace";
  present timestamptz;
BEGIN
  -- DO UPDATE and not DO NOTHING: only so the row is locked and returned.
  INSERT INTO "SenderPace" AS p (sender, "freeAt", "busyUntil") VALUES (pace_sender, clock_timestamp(), clock_timestamp())
  ON CONFLICT (sender) DO UPDATE SET "freeAt" = p."freeAt"
  RETURNING p.* INTO pace;
  present := clock_timestamp();
  turn := greatest(CASE WHEN has_place THEN pace."busyUntil" ELSE pace."freeAt" END, present);
  granted := turn <= present + CASE WHEN has_place THEN interval '3 seconds' ELSE interval '50 milliseconds' END;
  IF NOT granted THEN
    turn := greatest(pace."freeAt", present);
  END IF;
  UPDATE "SenderPace" p
  SET "freeAt" = greatest(p."freeAt", turn + cost), "busyUntil" = CASE WHEN granted THEN turn + cost ELSE p."busyUntil" END
  WHERE p.sender = pace_sender;
  RETURN NEXT;
END
$$;

-- Takes a message that waits to be sent, if nobody has it and its time and its turn have come. A lease that ran out is not
-- free again: its outcome is unknown, so it belongs to the reconciler and never to the next sender.
--
-- pace: segments per second, or null
-- Returns the message, to be sent at "attemptedAt": its turn, a few seconds from now at most. Nothing where it can't be
-- taken; "paceAt" then says when its turn is.
CREATE FUNCTION claim_message(message uuid, lease interval, pace float)
RETURNS SETOF "Message"
LANGUAGE plpgsql
AS $$
DECLARE
  waiting "Message";
  turn timestamptz;
  granted boolean := true;
BEGIN
  SELECT * INTO waiting FROM "Message"
  WHERE id = message AND direction = 'OUTBOUND' AND status IN ('PENDING', 'SCHEDULED') AND sid IS NULL
    AND "claimedUntil" IS NULL
    -- Twilio keeps a Messaging Service's scheduled messages, and we all others.
    AND ("sendAt" IS NULL OR "messagingServiceSid" IS NOT NULL OR "sendAt" <= clock_timestamp())
    AND ("paceAt" IS NULL OR "paceAt" <= clock_timestamp())
  FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;

  -- What Twilio keeps for later it sends at its own pace; in a Twilio conversation there is none.
  IF pace IS NOT NULL AND waiting.channel <> 'CHAT'
    AND (waiting."messagingServiceSid" IS NULL OR waiting."sendAt" IS NULL OR waiting."sendAt" <= clock_timestamp())
  THEN
    SELECT t.turn, t.granted INTO turn, granted
    FROM take_turn(
      (SELECT c."senderAddress" FROM "Conversation" c WHERE c.id = waiting."conversationId"),
      make_interval(secs => coalesce(waiting."numSegments", 1) / pace),
      -- The turn of an attempt is used up by it.
      coalesce(waiting."paceAt" > waiting."attemptedAt", waiting."paceAt" IS NOT NULL)
    ) t;
  END IF;
  IF NOT granted THEN
    UPDATE "Message" m SET "paceAt" = turn WHERE m.id = message;
    RETURN;
  END IF;
  RETURN QUERY
    UPDATE "Message" m
    SET status = 'PENDING', attempt = m.attempt + 1, "paceAt" = coalesce(turn, m."paceAt"),
      "attemptedAt" = coalesce(turn, clock_timestamp()), "claimedUntil" = coalesce(turn, clock_timestamp()) + lease
    WHERE m.id = message
    RETURNING m.*;
END
$$;

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
-- HG002 where the contact has opted out; then nothing is written. A message that is for later has its turn in the pace of
-- its sender when it is due (claim_message).
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
    OR EXISTS (SELECT 1 FROM "Message" WHERE "retryOfId" = (m ->> 'retryOfId')::uuid)
    OR EXISTS (SELECT 1 FROM "Message" WHERE "idempotencyKey" = m ->> 'idempotencyKey' AND "sentById" = (m ->> 'sentById')::uuid)
    OR EXISTS (SELECT 1 FROM "Message" WHERE "idempotencyKey" = m ->> 'idempotencyKey' AND "apiKeyId" = (m ->> 'apiKeyId')::uuid)
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
