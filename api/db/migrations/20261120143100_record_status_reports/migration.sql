-- Reports that wait for their message to become known, by SID.
CREATE INDEX "StatusEvent_parked_idx" ON "StatusEvent" ("sid") WHERE "messageId" IS NULL;

-- The one door for status reports, whoever brings them: Twilio's callback, the answer to a create, the reconciler.
-- The rule is foldReports.ts (api/src/lib/messaging), which says it in words; a property test holds the two together.
--
-- reports: [{ messageId, sid, status, source, errorCode, errorDetail, rawDlrDoneDate, params }]
--   messageId  the row that the callback URL names, or null
--   status     Twilio's word, upper-case
-- Returns what was done with each (ord counts from 1), and whether its message changed.
CREATE FUNCTION record_status_reports(reports jsonb)
RETURNS TABLE (ord int, "messageId" uuid, "conversationId" uuid, disposition "Disposition", changed boolean)
LANGUAGE plpgsql
-- The tables are reached by their indexes, also while they are small and a plan is first made.
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
  sids text[] := ARRAY(SELECT DISTINCT r ->> 'sid' FROM jsonb_array_elements(reports) r WHERE r ->> 'sid' IS NOT NULL ORDER BY 1);
  ids uuid[] := ARRAY(SELECT DISTINCT (r ->> 'messageId')::uuid FROM jsonb_array_elements(reports) r WHERE r ->> 'messageId' IS NOT NULL);
BEGIN
  -- Who parks a report and who learns its SID must see each other: a lock by SID, held until the commit. Then the rows.
  -- Both in one order everywhere, so that no two batches wait for each other.
  PERFORM pg_advisory_xact_lock(hashtextextended(s, 0)) FROM unnest(sids) s;
  PERFORM 1 FROM "Message" m WHERE m.id = ANY (ids) OR m.sid = ANY (sids) ORDER BY m.id FOR UPDATE;

  RETURN QUERY
  WITH
  report AS (
    SELECT
      r.ordinality::int AS ord,
      (r.value ->> 'messageId')::uuid AS named,
      r.value ->> 'sid' AS sid,
      r.value ->> 'status' AS status,
      (r.value ->> 'source')::"ReportSource" AS source,
      (r.value ->> 'errorCode')::int AS code,
      r.value ->> 'errorDetail' AS detail,
      r.value ->> 'rawDlrDoneDate' AS done_date,
      r.value -> 'params' AS params
    FROM jsonb_array_elements(reports) WITH ORDINALITY r
  ),
  -- A row that has no SID yet learns it from the first report that names the row; one that has another SID is left alone.
  adoption AS (
    SELECT DISTINCT ON (first.sid) first.id, first.sid
    FROM (
      SELECT DISTINCT ON (m.id) m.id, r.sid, r.ord
      FROM report r
      JOIN "Message" m ON m.id = r.named
      WHERE m.sid IS NULL
        AND m.direction = 'OUTBOUND'
        AND r.sid IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM "Message" owner WHERE owner.sid = r.sid)
      ORDER BY m.id, r.ord
    ) first
    ORDER BY first.sid, first.ord
  ),
  aimed AS (
    SELECT r.*, CASE WHEN r.sid IS NULL THEN named.id ELSE coalesce(owner.id, adoption.id) END AS target
    FROM report r
    LEFT JOIN "Message" named ON named.id = r.named
    LEFT JOIN "Message" owner ON owner.sid = r.sid
    LEFT JOIN adoption ON adoption.sid = r.sid
  ),
  -- What Twilio answered to the create comes before what it called back about it, also where the callback was quicker.
  incoming AS (
    SELECT
      CASE a.source WHEN 'API' THEN 0 ELSE 2 END AS turn, a.ord, NULL::bigint AS parked,
      a.target, a.sid, a.status, a.source, a.code, a.detail, a.done_date, a.params, clock_timestamp() AS received
    FROM aimed a
    UNION ALL
    SELECT
      1, NULL, e.id,
      known.target, e.sid, e.status, e.source, e."errorCode", e.params ->> 'ErrorMessage', e."rawDlrDoneDate", e.params, e."receivedAt"
    FROM (SELECT DISTINCT a.target, a.sid FROM aimed a WHERE a.target IS NOT NULL AND a.sid IS NOT NULL) known
    JOIN "StatusEvent" e ON e.sid = known.sid AND e."messageId" IS NULL AND e.disposition = 'PARKED'
  ),
  placed AS (
    SELECT ordered.*, nextval('"StatusEvent_position_seq"') AS position
    FROM (SELECT * FROM incoming ORDER BY turn, parked, ord) ordered
  ),
  -- Everything that is or becomes the history of a message, with Twilio's word as a status where it is one.
  history AS (
    SELECT p.target, p.position, p.parked, p.status, p.code, p.detail, p.received, m.status AS at_first,
      CASE
        -- Only a refusal of the create has no SID and makes sense.
        WHEN p.sid IS NULL AND p.source <> 'API' THEN NULL
        WHEN m.direction = 'OUTBOUND' AND p.status IN ('SCHEDULED', 'ACCEPTED', 'QUEUED', 'SENDING', 'SENT', 'CANCELED', 'FAILED', 'UNDELIVERED', 'DELIVERED', 'READ')
          OR m.direction = 'INBOUND' AND p.status IN ('RECEIVING', 'RECEIVED')
        THEN p.status::"MessageStatus"
      END AS reached,
      true AS is_new
    FROM placed p
    JOIN "Message" m ON m.id = p.target
    UNION ALL
    SELECT e."messageId", 0, NULL, e.status, e."errorCode", NULL, e."receivedAt", NULL,
      CASE WHEN e.disposition <> 'UNKNOWN' THEN e.status::"MessageStatus" END,
      false
    FROM (SELECT DISTINCT target FROM placed WHERE target IS NOT NULL) touched
    JOIN "StatusEvent" e ON e."messageId" = touched.target
  ),
  judged AS (
    SELECT h.position,
      CASE
        WHEN h.reached IS NULL THEN 'UNKNOWN'
        WHEN earlier.repeated THEN 'DUPLICATE'
        WHEN earlier.code_of_same IS NOT NULL AND earlier.code_of_same <= h.code THEN 'STALE'
        WHEN earlier.same THEN CASE WHEN h.reached = greatest(h.at_first, earlier.furthest) THEN 'APPLIED' ELSE 'STALE' END
        WHEN earlier.contradicted THEN 'CONFLICT'
        WHEN h.reached >= greatest(h.at_first, earlier.furthest) THEN 'APPLIED'
        ELSE 'STALE'
      END::"Disposition" AS disposition
    FROM history h
    CROSS JOIN LATERAL (
      SELECT
        bool_or(x.reached = h.reached) AS same,
        bool_or(x.reached = h.reached AND (h.code IS NULL OR x.code = h.code)) AS repeated,
        min(x.code) FILTER (WHERE x.reached = h.reached) AS code_of_same,
        max(x.reached) AS furthest,
        bool_or(
          x.reached <> h.reached
          AND x.reached IN ('CANCELED', 'FAILED', 'UNDELIVERED', 'DELIVERED', 'READ')
          AND h.reached IN ('CANCELED', 'FAILED', 'UNDELIVERED', 'DELIVERED', 'READ')
          AND NOT (x.reached IN ('DELIVERED', 'READ') AND h.reached IN ('DELIVERED', 'READ'))
        ) AS contradicted
      FROM history x
      WHERE x.target = h.target AND x.position < h.position
    ) earlier
    WHERE h.is_new
  ),
  verdict AS (
    SELECT p.*, CASE
      WHEN p.target IS NOT NULL THEN judged.disposition
      WHEN p.sid IS NOT NULL THEN 'PARKED'
      ELSE 'UNKNOWN'
    END::"Disposition" AS disposition
    FROM placed p
    LEFT JOIN judged ON judged.position = p.position
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
    WHERE e.id = v.parked
  ),
  summit AS (
    SELECT h.target, max(h.reached) AS reached,
      min(h.received) FILTER (WHERE h.reached = 'SENT') AS sent,
      min(h.received) FILTER (WHERE h.reached = 'DELIVERED') AS delivered,
      min(h.received) FILTER (WHERE h.reached = 'READ') AS read
    FROM history h
    WHERE h.is_new
    GROUP BY h.target
  ),
  cause AS (
    SELECT DISTINCT ON (h.target) h.target, h.code, h.detail
    FROM history h
    JOIN summit ON summit.target = h.target AND summit.reached = h.reached
    WHERE h.is_new
    ORDER BY h.target, h.code, h.detail
  ),
  outcome AS (
    SELECT m.id, coalesce(m.sid, adoption.sid) AS sid,
      greatest(m.status, summit.reached) AS status,
      CASE
        WHEN summit.reached > m.status THEN cause.code
        WHEN summit.reached = m.status THEN least(m."errorCode", cause.code)
        ELSE m."errorCode"
      END AS code,
      CASE
        WHEN summit.reached > m.status THEN cause.detail
        WHEN summit.reached = m.status THEN coalesce(m."errorDetail", cause.detail)
        ELSE m."errorDetail"
      END AS detail,
      least(m."sentAt", summit.sent) AS sent,
      least(m."deliveredAt", summit.delivered) AS delivered,
      least(m."readAt", summit.read) AS read
    FROM summit
    JOIN "Message" m ON m.id = summit.target
    LEFT JOIN cause ON cause.target = summit.target
    LEFT JOIN adoption ON adoption.id = summit.target
  ),
  moved AS (
    UPDATE "Message" m
    SET "sid" = o.sid, "status" = o.status, "errorCode" = o.code, "errorDetail" = o.detail,
      "sentAt" = o.sent, "deliveredAt" = o.delivered, "readAt" = o.read,
      -- Clients tell a newer state from an older one by it.
      "updatedAt" = greatest(clock_timestamp(), m."updatedAt" + interval '1 millisecond')
    FROM outcome o
    WHERE m.id = o.id
      AND (m.sid, m.status, m."errorCode", m."errorDetail", m."sentAt", m."deliveredAt", m."readAt")
        IS DISTINCT FROM (o.sid, o.status, o.code, o.detail, o.sent, o.delivered, o.read)
    RETURNING m.id
  )
  SELECT v.ord, v.target, m."conversationId", v.disposition, moved.id IS NOT NULL
  FROM verdict v
  LEFT JOIN "Message" m ON m.id = v.target
  LEFT JOIN moved ON moved.id = v.target
  WHERE v.ord IS NOT NULL;
END
$$;
