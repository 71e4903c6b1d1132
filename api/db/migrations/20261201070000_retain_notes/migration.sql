-- The walk through notes, which says what it redacted, as screens show them. A function of its own: the version before takes
-- each row of retain_piece for a message. Both go on where the other one ended; the notes in retain_piece go with a later
-- version.
--
-- retention: of which address; empty for all that have none of their own
-- Returns the notes, as entries of threads, and in a row without an id how many were looked at.
CREATE FUNCTION retain_notes(retention text, most int)
RETURNS TABLE (id uuid, "conversationId" uuid, seen int)
LANGUAGE plpgsql
-- As retain_piece.
SET enable_seqscan = off
SET enable_bitmapscan = off
AS $$
#variable_conflict use_column
DECLARE
  cutoff timestamptz;
  walk "RetentionWalk";
  looked int;
  last_at timestamptz;
  last_id text;
  redacted uuid[];
BEGIN
  INSERT INTO "RetentionWalk" (what, address) VALUES ('notes', retention) ON CONFLICT DO NOTHING;
  SELECT * INTO walk FROM "RetentionWalk" w WHERE w.what = 'notes' AND w.address = retention FOR UPDATE;
  -- Where texts are kept for ever, there is no cutoff, and nothing is met.
  SELECT now() - make_interval(days => r."textDays") INTO cutoff FROM "Retention" r WHERE r.address = retention;

  WITH met AS MATERIALIZED (
    SELECT t.id, t.at, t."conversationId" FROM "ThreadEntry" t
    WHERE t.kind = 'NOTE' AND t.body IS NOT NULL AND t.at < cutoff
      AND (walk.at IS NULL OR (t.at, t.id) > (walk.at, walk."lastId"::uuid))
    ORDER BY t.at, t.id LIMIT most
  ), changed AS (
    UPDATE "ThreadEntry" t SET body = NULL FROM met w JOIN "Conversation" c ON c.id = w."conversationId"
    WHERE t.id = w.id AND is_retained_by(c."senderAddress", retention)
    RETURNING t.id
  )
  SELECT count(*), max(w.at), (array_agg(w.id::text ORDER BY w.at DESC, w.id DESC))[1], (SELECT array_agg(d.id) FROM changed d)
  INTO looked, last_at, last_id, redacted FROM met w;

  UPDATE "RetentionWalk" w SET at = last_at, "lastId" = last_id
  WHERE w.what = 'notes' AND w.address = retention AND last_id IS NOT NULL;
  RETURN QUERY SELECT t.id, t."conversationId", NULL::int FROM "ThreadEntry" t WHERE t.id = ANY(redacted);
  RETURN QUERY SELECT NULL::uuid, NULL::uuid, looked;
END
$$;
