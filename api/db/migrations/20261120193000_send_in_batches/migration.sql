-- Many messages at once, in one statement and one commit: under load it is the round trips and the commits that cost.

-- Appends each message as append_message does. One that is refused (HG001, HG002) is undone alone and says so; any other
-- error undoes all of them.
--
-- They are taken in one order everywhere, so that no two batches wait for each other's conversations; and the paces of
-- the senders, which many conversations share, before all conversations.
CREATE FUNCTION append_messages(messages jsonb)
RETURNS TABLE (ord int, "conversationId" uuid, "isNew" boolean, "createdAt" timestamptz, claimed boolean, refusal text)
LANGUAGE plpgsql
AS $$
DECLARE
  paced text[];
  m jsonb;
BEGIN
  SELECT array_agg(DISTINCT e ->> 'senderAddress' ORDER BY e ->> 'senderAddress') INTO paced
  FROM jsonb_array_elements(messages) e
  WHERE e -> 'send' ->> 'segmentsPerSecond' IS NOT NULL;
  IF paced IS NOT NULL AND jsonb_array_length(messages) > 1 THEN
    INSERT INTO "SenderPace" (sender, "freeAt") SELECT s, clock_timestamp() FROM unnest(paced) s ORDER BY s
    ON CONFLICT (sender) DO NOTHING;
    PERFORM 1 FROM "SenderPace" WHERE sender = ANY (paced) ORDER BY sender FOR UPDATE;
  END IF;

  FOR m, ord IN
    SELECT e.value, e.ordinality::int
    FROM jsonb_array_elements(messages) WITH ORDINALITY e
    ORDER BY e.value ->> 'contactAddress', e.value ->> 'channel', e.value ->> 'senderAddress', e.ordinality
  LOOP
    BEGIN
      SELECT a."conversationId", a."isNew", a."createdAt", a.claimed, NULL
      INTO "conversationId", "isNew", "createdAt", claimed, refusal
      FROM append_message(m) a;
    EXCEPTION WHEN SQLSTATE 'HG001' OR SQLSTATE 'HG002' THEN
      refusal := SQLSTATE;
    END;
    RETURN NEXT;
  END LOOP;
END
$$;

-- Twilio has taken messages: what it answered, and that nothing is left to send.
--
-- taken: [{ message, report, segments, sender }], each about another message
-- Returns the messages' rows as they are then.
CREATE FUNCTION settle_accepted(taken jsonb)
RETURNS SETOF "Message"
LANGUAGE plpgsql
AS $$
DECLARE
  ids uuid[];
BEGIN
  SELECT array_agg((t ->> 'message')::uuid) INTO ids FROM jsonb_array_elements(taken) t;
  -- It locks the rows, in one order everywhere.
  PERFORM record_status_reports((SELECT jsonb_agg(t -> 'report') FROM jsonb_array_elements(taken) t));
  UPDATE "Message" m
  SET "claimedUntil" = NULL, "numSegments" = coalesce(t.segments, m."numSegments"),
    -- The sender that a Messaging Service chose.
    "from" = coalesce(t.sender, m."from")
  FROM jsonb_to_recordset(taken) t (message uuid, segments int, sender text)
  WHERE m.id = t.message AND m.id = ANY (ids);
  PERFORM graphile_worker.remove_job('sendMessage:' || id) FROM unnest(ids) id;
  RETURN QUERY SELECT * FROM "Message" WHERE id = ANY (ids);
END
$$;

DROP FUNCTION settle_accepted(uuid, jsonb, int, text);
