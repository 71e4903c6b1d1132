-- A message is answered by itself when it is whole, and not by what Twilio tells of it while it still receives it.

-- The automatic reply to an inbound message that was just appended or completed, in that transaction and under the lock of
-- its conversation: so the same message is answered once, and what the rules look at can't change meanwhile. It is the
-- first of its conversation if none is before it; others may have come behind it while it was received.
--
-- replies: [{ ruleId, onlyFirst, cooldownSeconds, message }], those whose rules fit, in the order of the rules; the first
--   that fits here too is the one. Within its cooldown it is silent, and those behind it with it.
-- Returns the reply's id; null where there is none. A worker sends it.
CREATE OR REPLACE FUNCTION append_auto_reply(answers uuid, replies jsonb, most int, within_seconds float)
RETURNS uuid
LANGUAGE plpgsql
AS $$
DECLARE
  talk "Conversation";
  reply jsonb;
  written uuid;
  is_claimed boolean;
BEGIN
  SELECT c.* INTO talk FROM "Conversation" c JOIN "Message" m ON m."conversationId" = c.id WHERE m.id = answers;
  SELECT r.value INTO reply FROM jsonb_array_elements(replies) WITH ORDINALITY r
  WHERE NOT (r.value ->> 'onlyFirst')::boolean OR NOT EXISTS (
    SELECT 1 FROM "Message" m
    WHERE m."conversationId" = talk.id
      AND m."createdAt" < (SELECT a."createdAt" FROM "Message" a WHERE a.id = answers)
  )
  ORDER BY r.ordinality LIMIT 1;
  IF reply IS NULL OR talk."optedOutAt" IS NOT NULL
    OR EXISTS (
      SELECT 1 FROM "AutoReply" a
      WHERE a."conversationId" = talk.id AND a."ruleId" = (reply ->> 'ruleId')::uuid
        AND a."createdAt" > clock_timestamp() - make_interval(secs => (reply ->> 'cooldownSeconds')::float)
    )
    -- Two machines that answer each other stop here, whichever of our addresses they use.
    OR (
      SELECT count(*) FROM "AutoReply" a JOIN "Conversation" c ON c.id = a."conversationId"
      WHERE c."contactId" = talk."contactId"
        AND a."createdAt" > clock_timestamp() - make_interval(secs => within_seconds)
    ) >= most
  THEN
    RETURN NULL;
  END IF;

  written := reply -> 'message' ->> 'id';
  SELECT a.claimed INTO is_claimed FROM append_message(reply -> 'message') a;
  UPDATE "Message" SET "isAutomatic" = true, attempt = 0, "attemptedAt" = NULL, "claimedUntil" = NULL WHERE id = written;
  IF is_claimed THEN
    -- Nobody waits for it, so that no caller has it claimed: a worker sends it at once.
    PERFORM graphile_worker.add_job(
      'sendMessage', json_build_object('messageId', written), job_key => 'sendMessage:' || written, max_attempts => 25
    );
  END IF;
  -- A rule that was deleted meanwhile is not the reply's any more, but the reply counts.
  INSERT INTO "AutoReply" ("messageId", "answersId", "conversationId", "ruleId", "createdAt")
  VALUES (
    written, answers, talk.id, (SELECT id FROM "AutoReplyRule" WHERE id = (reply ->> 'ruleId')::uuid FOR KEY SHARE),
    clock_timestamp()
  );
  RETURN written;
END
$$;

-- Locks what append_auto_reply counts and writes, for a message that is there already: its contact, the paces of the
-- senders, its conversation, in the order in which append_messages takes them.
CREATE FUNCTION lock_for_auto_reply(answers_sid text, replies jsonb)
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
  FOR UPDATE;
END
$$;
