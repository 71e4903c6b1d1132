-- Goes on with a walk for one piece, as before, but says of notes, too, which it redacted: screens show them. Of messages, the
-- rows are messages; of notes, entries of threads.
CREATE OR REPLACE FUNCTION retain_piece(kind text, retention text, most int)
RETURNS TABLE (id uuid, "conversationId" uuid, seen int)
LANGUAGE plpgsql
-- Also while the tables are small and a plan is first made: the plan stays with its connection while they grow.
SET enable_seqscan = off
SET enable_bitmapscan = off
AS $$
#variable_conflict use_column
DECLARE
  cutoff timestamptz;
  walk "RetentionWalk";
  looked int := 0;
  fit uuid[];
  held uuid[];
  fit_events bigint[];
  last_at timestamptz;
  last_id text;
BEGIN
  INSERT INTO "RetentionWalk" (what, address) VALUES (kind, retention) ON CONFLICT DO NOTHING;
  SELECT * INTO walk FROM "RetentionWalk" w WHERE w.what = kind AND w.address = retention FOR UPDATE;
  SELECT now() - make_interval(days => CASE
    WHEN kind IN ('texts', 'notes') THEN r."textDays" WHEN kind = 'media' THEN r."mediaDays" ELSE r."eventDays"
  END) INTO cutoff FROM "Retention" r WHERE r.address = retention;
  IF cutoff IS NULL THEN
    RETURN QUERY SELECT NULL::uuid, NULL::uuid, 0;
    RETURN;
  END IF;

  IF kind IN ('texts', 'media', 'events') THEN
    WITH met AS MATERIALIZED (
      SELECT m.id, m.status, m."conversationId", greatest(m."createdAt", m."sendAt") AS due FROM "Message" m
      WHERE greatest(m."createdAt", m."sendAt") >= coalesce(walk.at, '-infinity') AND greatest(m."createdAt", m."sendAt") < cutoff
        AND (walk.at IS NULL OR (greatest(m."createdAt", m."sendAt"), m.id) > (walk.at, walk."lastId"::uuid))
      ORDER BY greatest(m."createdAt", m."sendAt"), m.id LIMIT most
    ), fitting AS (
      SELECT t.id, is_open(t.status) AS open FROM met t JOIN "Conversation" c ON c.id = t."conversationId"
      WHERE is_retained_by(c."senderAddress", retention)
    )
    SELECT count(*), max(t.due), (array_agg(t.id::text ORDER BY t.due DESC, t.id DESC))[1],
      (SELECT array_agg(f.id) FROM fitting f WHERE NOT f.open OR kind = 'events'),
      (SELECT array_agg(f.id) FROM fitting f WHERE f.open AND kind <> 'events')
    INTO looked, last_at, last_id, fit, held
    FROM met t;
    INSERT INTO "RetentionHeld" ("messageId", what) SELECT h, kind FROM unnest(held) h ON CONFLICT DO NOTHING;
    -- And those that were passed while their outcome was open.
    WITH over AS (
      DELETE FROM "RetentionHeld" h USING "Message" m, "Conversation" c
      WHERE h.what = kind AND m.id = h."messageId" AND NOT is_open(m.status)
        AND c.id = m."conversationId" AND is_retained_by(c."senderAddress", retention)
        AND greatest(m."createdAt", m."sendAt") < cutoff
      RETURNING h."messageId"
    )
    SELECT fit || array_agg(o."messageId") INTO fit FROM over o;
    RETURN QUERY SELECT r.id, r."conversationId", NULL::int FROM redact(kind, fit) r;
  ELSIF kind = 'notes' THEN
    WITH met AS MATERIALIZED (
      SELECT t.id, t.at, t."conversationId" FROM "ThreadEntry" t
      WHERE t.kind = 'NOTE' AND t.body IS NOT NULL AND t.at < cutoff
        AND (walk.at IS NULL OR (t.at, t.id) > (walk.at, walk."lastId"::uuid))
      ORDER BY t.at, t.id LIMIT most
    ), redacted AS (
      UPDATE "ThreadEntry" t SET body = NULL FROM met w JOIN "Conversation" c ON c.id = w."conversationId"
      WHERE t.id = w.id AND is_retained_by(c."senderAddress", retention)
      RETURNING t.id
    )
    SELECT count(*), max(w.at), (array_agg(w.id::text ORDER BY w.at DESC, w.id DESC))[1], (SELECT array_agg(r.id) FROM redacted r)
    INTO looked, last_at, last_id, fit FROM met w;
    RETURN QUERY SELECT t.id, t."conversationId", NULL::int FROM "ThreadEntry" t WHERE t.id = ANY(fit);
  ELSIF kind = 'chatEvents' THEN
    WITH met AS MATERIALIZED (
      SELECT e.id, e."conversationSid", e."receivedAt" FROM "ConversationEvent" e
      WHERE e.id > coalesce(walk."lastId", '0')::bigint ORDER BY e.id LIMIT most
    ), redacted AS (
      UPDATE "ConversationEvent" e SET params = redact_params(e.params)
      FROM met w LEFT JOIN "TwilioConversation" t ON t.sid = w."conversationSid" LEFT JOIN "Conversation" c ON c.id = t."conversationId"
      WHERE e.id = w.id AND w."receivedAt" < cutoff AND is_retained_by(c."senderAddress", retention)
        AND e.params IS DISTINCT FROM redact_params(e.params)
    )
    SELECT count(*), max(w."receivedAt"), max(w.id)::text INTO looked, last_at, last_id FROM met w WHERE w."receivedAt" < cutoff;
  ELSIF kind = 'callEvents' THEN
    WITH met AS MATERIALIZED (
      SELECT e.id, e."callSid", e."receivedAt" FROM "CallEvent" e
      WHERE e.id > coalesce(walk."lastId", '0')::bigint ORDER BY e.id LIMIT most
    ), redacted AS (
      UPDATE "CallEvent" e SET params = redact_params(e.params)
      FROM met w LEFT JOIN "Call" l ON l.sid = w."callSid"
      WHERE e.id = w.id AND w."receivedAt" < cutoff AND l."messageId" IS NULL AND retention = ''
        AND e.params IS DISTINCT FROM redact_params(e.params)
    )
    SELECT count(*), max(w."receivedAt"), max(w.id)::text INTO looked, last_at, last_id FROM met w WHERE w."receivedAt" < cutoff;
  ELSIF retention = '' THEN
    -- Those that wait for their message, or meant nothing of ours: few, and by an index of their own.
    UPDATE "StatusEvent" e SET params = redact_params(e.params), "rawDlrDoneDate" = NULL
    WHERE e.id IN (
      SELECT s.id FROM "StatusEvent" s
      WHERE s."messageId" IS NULL AND s."receivedAt" < cutoff
        AND (s."rawDlrDoneDate" IS NOT NULL OR s.params IS DISTINCT FROM redact_params(s.params))
      LIMIT most
    );
    GET DIAGNOSTICS looked = ROW_COUNT;
  END IF;

  UPDATE "RetentionWalk" w SET at = last_at, "lastId" = last_id
  WHERE w.what = kind AND w.address = retention AND last_id IS NOT NULL;
  RETURN QUERY SELECT NULL::uuid, NULL::uuid, looked;
END
$$;
