-- The same function, with two changes. The words of an error belong to its code: with a lower code come its words, and
-- of one code those that come first, in every order of arrival. And a parked report keeps a channel's words
-- (ChannelStatusMessage) when it is folded in, as one that came later does; where a name came twice, its first value.
--
-- reports: [{ messageId, sid, status, source, errorCode, errorDetail, rawDlrDoneDate, params }]
--   messageId  the row that the callback URL names, or null
--   status     Twilio's word, upper-case
-- Returns what was done with each (ord counts from 1), and whether its message changed.
CREATE OR REPLACE FUNCTION record_status_reports(reports jsonb)
RETURNS TABLE (ord int, "messageId" uuid, "conversationId" uuid, disposition "Disposition", changed boolean)
LANGUAGE plpgsql
-- The tables are reached by their indexes, also while they are small and a plan is first made.
SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan
AS $$
#variable_conflict use_column
DECLARE
  sids text[];
  names uuid[];
  -- The rows that the batch may be about, as they are once they are locked.
  ids uuid[];
  row_sids text[];
  conversations uuid[];
  directions "MessageDirection"[];
  statuses "MessageStatus"[];
  codes int[];
  details text[];
  sent_ats timestamptz[];
  delivered_ats timestamptz[];
  read_ats timestamptz[];
  -- The SIDs of the same rows, with those that are learned now.
  known_sids text[];
  parked_ids bigint[];
BEGIN
  SELECT array_agg(DISTINCT r ->> 'sid') FILTER (WHERE r ->> 'sid' IS NOT NULL), array_agg(DISTINCT (r ->> 'messageId')::uuid)
  INTO sids, names
  FROM jsonb_array_elements(reports) r;

  -- Who parks a report and who learns its SID must see each other: a lock by SID, held until the commit. Then the rows.
  -- Both in one order everywhere, so that no two batches wait for each other.
  PERFORM pg_advisory_xact_lock(hashtextextended(s, 0)) FROM unnest(sids) s;
  SELECT array_agg(m.id), array_agg(m.sid), array_agg(m."conversationId"), array_agg(m.direction), array_agg(m.status),
    array_agg(m."errorCode"), array_agg(m."errorDetail"), array_agg(m."sentAt"), array_agg(m."deliveredAt"), array_agg(m."readAt")
  INTO ids, row_sids, conversations, directions, statuses, codes, details, sent_ats, delivered_ats, read_ats
  FROM (SELECT * FROM "Message" m WHERE m.id = ANY (names) OR m.sid = ANY (sids) ORDER BY m.id FOR UPDATE) m;

  -- A row that has no SID yet learns it from the first report that names the row; one that has another SID is left alone.
  known_sids := row_sids;
  IF array_position(row_sids, NULL) IS NOT NULL THEN
    SELECT array_agg(coalesce(m.sid, adoption.sid) ORDER BY m.nr)
    INTO known_sids
    FROM unnest(ids, row_sids) WITH ORDINALITY m (id, sid, nr)
    LEFT JOIN (
      SELECT DISTINCT ON (first.sid) first.id, first.sid
      FROM (
        SELECT DISTINCT ON (m.id) m.id, r.value ->> 'sid' AS sid, r.ordinality
        FROM jsonb_array_elements(reports) WITH ORDINALITY r
        JOIN unnest(ids, row_sids, directions) m (id, sid, direction) ON m.id = (r.value ->> 'messageId')::uuid
        WHERE m.sid IS NULL
          AND m.direction = 'OUTBOUND'
          AND r.value ->> 'sid' IS NOT NULL
          AND (r.value ->> 'sid' = ANY (row_sids)) IS NOT TRUE
        ORDER BY m.id, r.ordinality
      ) first
      ORDER BY first.sid, first.ordinality
    ) adoption ON adoption.id = m.id;
  END IF;

  parked_ids := ARRAY(
    SELECT e.id FROM "StatusEvent" e
    WHERE e."messageId" IS NULL AND e.sid = ANY (sids) AND e.sid = ANY (known_sids) AND e.disposition = 'PARKED'
  );

  RETURN QUERY
  WITH
  message AS MATERIALIZED (
    SELECT *
    FROM unnest(ids, known_sids, row_sids, conversations, directions, statuses, codes, details, sent_ats, delivered_ats, read_ats)
      m (id, sid, row_sid, conversation, direction, status, code, detail, sent, delivered, read)
  ),
  report AS MATERIALIZED (
    SELECT r.*
    FROM ROWS FROM (
      jsonb_to_recordset(reports) AS (
        "messageId" uuid, sid text, status text, source "ReportSource", "errorCode" int, "errorDetail" text, "rawDlrDoneDate" text, params jsonb
      )
    ) WITH ORDINALITY r (named, sid, status, source, code, detail, done_date, params, ord)
  ),
  -- What Twilio answered to the create comes before what it called back about it, also where the callback was quicker.
  incoming AS (
    SELECT
      CASE r.source WHEN 'API' THEN 0 ELSE 2 END AS turn, r.ord::int AS ord, NULL::bigint AS parked,
      CASE WHEN r.sid IS NULL THEN named.id ELSE owner.id END AS target,
      r.sid, r.status, r.source, r.code, r.detail, r.done_date, r.params, clock_timestamp() AS received
    FROM report r
    LEFT JOIN message owner ON owner.sid = r.sid
    LEFT JOIN message named ON named.id = r.named AND r.sid IS NULL
    UNION ALL
    SELECT
      1, NULL, e.id,
      owner.id, e.sid, e.status, e.source, e."errorCode", 
      -- A repeated name is an array: of an array the first value, of a string the string.
      coalesce(
        nullif(coalesce(e.params #>> '{ErrorMessage,0}', e.params ->> 'ErrorMessage'), ''),
        nullif(coalesce(e.params #>> '{ChannelStatusMessage,0}', e.params ->> 'ChannelStatusMessage'), '')
      ), e."rawDlrDoneDate", e.params, e."receivedAt"
    FROM "StatusEvent" e
    JOIN message owner ON owner.sid = e.sid
    WHERE e.id = ANY (parked_ids)
  ),
  placed AS (
    SELECT ordered.*, nextval('"StatusEvent_position_seq"') AS position
    FROM (SELECT * FROM incoming ORDER BY turn, parked, ord) ordered
  ),
  -- Everything that is or becomes the history of a message, with Twilio's word as a status where it is one.
  history AS (
    SELECT p.*, m.status AS at_first, true AS is_new,
      CASE
        -- Only a refusal of the create has no SID and makes sense.
        WHEN p.sid IS NULL AND p.source <> 'API' THEN NULL
        WHEN m.direction = 'OUTBOUND' AND p.status IN ('SCHEDULED', 'ACCEPTED', 'QUEUED', 'SENDING', 'SENT', 'CANCELED', 'FAILED', 'UNDELIVERED', 'DELIVERED', 'READ')
          OR m.direction = 'INBOUND' AND p.status IN ('RECEIVING', 'RECEIVED')
        THEN p.status::"MessageStatus"
      END AS reached
    FROM placed p
    LEFT JOIN message m ON m.id = p.target
    UNION ALL
    SELECT NULL, NULL, NULL, e."messageId", NULL, NULL, NULL, e."errorCode", NULL, NULL, NULL, NULL, 0, NULL, false,
      CASE WHEN e.disposition <> 'UNKNOWN' THEN e.status::"MessageStatus" END
    FROM "StatusEvent" e
    WHERE e."messageId" = ANY (ids)
  ),
  -- Where a way ended; what was read had been delivered.
  ended AS (
    SELECT h.*,
      CASE
        WHEN h.reached IN ('CANCELED', 'FAILED', 'UNDELIVERED') THEN h.reached
        WHEN h.reached IN ('DELIVERED', 'READ') THEN 'DELIVERED'
      END AS ending
    FROM history h
  ),
  compared AS (
    SELECT h.*,
      greatest(h.at_first, max(h.reached) OVER earlier) AS furthest,
      h.ending <> min(h.ending) OVER earlier OR h.ending <> max(h.ending) OVER earlier AS contradicted,
      count(*) OVER same > 0 AS repeats_status,
      h.code = ANY (array_agg(h.code) OVER same) AS repeats_code,
      min(h.code) OVER same AS lowest_code
    FROM ended h
    WINDOW
      earlier AS (PARTITION BY h.target ORDER BY h.position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
      same AS (PARTITION BY h.target, h.reached ORDER BY h.position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ),
  verdict AS MATERIALIZED (
    SELECT c.*,
      CASE
        WHEN c.target IS NULL THEN CASE WHEN c.sid IS NULL THEN 'UNKNOWN' ELSE 'PARKED' END
        WHEN c.reached IS NULL THEN 'UNKNOWN'
        WHEN c.repeats_status AND (c.code IS NULL OR c.repeats_code) THEN 'DUPLICATE'
        WHEN c.lowest_code <= c.code THEN 'STALE'
        WHEN c.repeats_status THEN CASE WHEN c.reached = c.furthest THEN 'APPLIED' ELSE 'STALE' END
        WHEN c.contradicted THEN 'CONFLICT'
        WHEN c.reached >= c.furthest THEN 'APPLIED'
        ELSE 'STALE'
      END::"Disposition" AS disposition
    FROM compared c
    WHERE c.is_new
  ),
  kept AS (
    INSERT INTO "StatusEvent" ("position", "messageId", "sid", "status", "source", "disposition", "errorCode", "rawDlrDoneDate", "params", "receivedAt")
    SELECT v.position, v.target, v.sid, v.status, v.source, v.disposition, v.code, v.done_date, v.params, v.received
    FROM verdict v
    WHERE v.parked IS NULL
    ORDER BY v.position
  ),
  unparked AS (
    UPDATE "StatusEvent" e
    SET "messageId" = v.target, "disposition" = v.disposition, "position" = v.position
    FROM verdict v
    WHERE e.id = v.parked AND e.id = ANY (parked_ids)
  ),
  summit AS (
    SELECT v.target, max(v.reached) AS reached,
      (array_agg(v.code ORDER BY v.reached DESC, v.code) FILTER (WHERE v.reached IS NOT NULL))[1] AS code,
      (array_agg(v.detail ORDER BY v.reached DESC, v.code, v.detail COLLATE "C") FILTER (WHERE v.reached IS NOT NULL))[1] AS detail,
      min(v.received) FILTER (WHERE v.reached = 'SENT') AS sent,
      min(v.received) FILTER (WHERE v.reached = 'DELIVERED') AS delivered,
      min(v.received) FILTER (WHERE v.reached = 'READ') AS read
    FROM verdict v
    WHERE v.target IS NOT NULL
    GROUP BY v.target
  ),
  outcome AS MATERIALIZED (
    SELECT o.*,
      (m.row_sid, m.status, m.code, m.detail, m.sent, m.delivered, m.read)
        IS DISTINCT FROM (o.sid, o.status, o.code, o.detail, o.sent, o.delivered, o.read) AS changed
    FROM summit s
    JOIN message m ON m.id = s.target
    CROSS JOIN LATERAL (
      SELECT m.id, m.conversation, m.sid,
        greatest(m.status, s.reached) AS status,
        CASE
          WHEN s.reached > m.status THEN s.code
          WHEN s.reached = m.status THEN least(m.code, s.code)
          ELSE m.code
        END AS code,
        CASE
          WHEN s.reached > m.status THEN s.detail
          WHEN s.reached = m.status AND s.code IS NOT DISTINCT FROM m.code THEN least(m.detail COLLATE "C", s.detail)
          WHEN s.reached = m.status AND least(m.code, s.code) IS DISTINCT FROM m.code THEN s.detail
          ELSE m.detail
        END AS detail,
        least(m.sent, s.sent) AS sent,
        least(m.delivered, s.delivered) AS delivered,
        least(m.read, s.read) AS read
    ) o
  ),
  moved AS (
    UPDATE "Message" m
    SET "sid" = o.sid, "status" = o.status, "errorCode" = o.code, "errorDetail" = o.detail,
      "sentAt" = o.sent, "deliveredAt" = o.delivered, "readAt" = o.read,
      -- Clients tell a newer state from an older one by it.
      "updatedAt" = greatest(clock_timestamp(), m."updatedAt" + interval '1 millisecond')
    FROM outcome o
    WHERE o.changed AND m.id = o.id AND m.id = ANY (ids)
  )
  SELECT v.ord, v.target, o.conversation, v.disposition, coalesce(o.changed, false)
  FROM verdict v
  LEFT JOIN outcome o ON o.id = v.target
  WHERE v.ord IS NOT NULL;
END
$$;
