-- Figures of messages by quarter of an hour: time zones differ by quarters of an hour, so that every viewer's days and
-- hours are sums of these.
CREATE TABLE "MessageRollup" (
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "channel" "ChannelKind" NOT NULL,
    "inbound" INTEGER NOT NULL,
    "sent" INTEGER NOT NULL,
    "delivered" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,

    CONSTRAINT "MessageRollup_pkey" PRIMARY KEY ("slot","channel")
);

CREATE TABLE "ErrorRollup" (
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "channel" "ChannelKind" NOT NULL,
    "code" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ErrorRollup_pkey" PRIMARY KEY ("slot","channel","code")
);

CREATE TABLE "ResponseRollup" (
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "channel" "ChannelKind" NOT NULL,
    "bucket" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ResponseRollup_pkey" PRIMARY KEY ("slot","channel","bucket")
);

-- How far the figures are counted: one row at most.
CREATE TABLE "RollupMark" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "countedUntil" TIMESTAMPTZ(3),
    "lastEventId" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "RollupMark_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RollupMark_one" CHECK ("id")
);

-- When a message is due: what is written for later counts at its time.
CREATE INDEX "Message_due_idx" ON "Message" (greatest("createdAt", "sendAt"));

CREATE FUNCTION rollup_slot(at timestamptz) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT date_bin('15 minutes', at, '2000-01-01 00:00:00+00') $$;

-- Response times in steps of 5 %, so that a median of any days and channels is known to 2.5 %.
CREATE FUNCTION response_bucket(seconds float) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT floor(ln(greatest(seconds, 1)) / ln(1.05::float))::int $$;

-- The middle of a bucket, in seconds.
CREATE FUNCTION response_seconds(bucket int) RETURNS float
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT 1.05::float ^ (bucket + 0.5) $$;

-- Counts the slots from `since` until before `until` anew, from the messages as they are.
CREATE FUNCTION count_slots(since timestamptz, until timestamptz) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  DELETE FROM "MessageRollup" WHERE slot >= since AND slot < until;
  DELETE FROM "ErrorRollup" WHERE slot >= since AND slot < until;
  DELETE FROM "ResponseRollup" WHERE slot >= since AND slot < until;

  INSERT INTO "MessageRollup" (slot, channel, inbound, sent, delivered, failed)
  SELECT rollup_slot(greatest(m."createdAt", m."sendAt")), m.channel,
    count(*) FILTER (WHERE m.direction = 'INBOUND'),
    -- What waits here is not sent yet, and what was canceled never was.
    count(*) FILTER (WHERE m.direction = 'OUTBOUND' AND m.status NOT IN ('PENDING', 'UNCONFIRMED', 'SCHEDULED', 'CANCELED')),
    count(*) FILTER (WHERE m.direction = 'OUTBOUND' AND m.status IN ('DELIVERED', 'READ')),
    count(*) FILTER (WHERE m.direction = 'OUTBOUND' AND m.status IN ('FAILED', 'UNDELIVERED'))
  FROM "Message" m
  WHERE greatest(m."createdAt", m."sendAt") >= since AND greatest(m."createdAt", m."sendAt") < until
  GROUP BY 1, 2;

  INSERT INTO "ErrorRollup" (slot, channel, code, count)
  SELECT rollup_slot(greatest(m."createdAt", m."sendAt")), m.channel, coalesce(m."errorCode", 0), count(*)
  FROM "Message" m
  WHERE greatest(m."createdAt", m."sendAt") >= since AND greatest(m."createdAt", m."sendAt") < until
    AND m.direction = 'OUTBOUND' AND m.status IN ('FAILED', 'UNDELIVERED')
  GROUP BY 1, 2, 3;

  -- A turn begins with what the contact writes first after a person's answer, or after somebody archived what needed none
  -- ("Thanks!"), and ends with the next answer. It counts where it was answered: nothing that comes later changes it.
  -- What was written for later answers nobody.
  INSERT INTO "ResponseRollup" (slot, channel, bucket, count)
  SELECT rollup_slot(a."createdAt"), a.channel,
    response_bucket(extract(epoch FROM a."createdAt" - asked."createdAt")::float), count(*)
  FROM "Message" a
  CROSS JOIN LATERAL (
    SELECT i."createdAt" FROM "Message" i
    WHERE i."conversationId" = a."conversationId" AND i."createdAt" < a."createdAt" AND i.direction = 'INBOUND'
      AND i."createdAt" > greatest(
        '-infinity',
        (
          SELECT p."createdAt" FROM "Message" p
          WHERE p."conversationId" = a."conversationId" AND p."createdAt" < a."createdAt"
            AND p."sentById" IS NOT NULL AND p."sendAt" IS NULL
          ORDER BY p."createdAt" DESC
          LIMIT 1
        ),
        (
          SELECT e.at FROM "ThreadEntry" e
          WHERE e."conversationId" = a."conversationId" AND e.at < a."createdAt" AND e.kind = 'ARCHIVED'
          ORDER BY e.at DESC
          LIMIT 1
        )
      )
    ORDER BY i."createdAt"
    LIMIT 1
  ) asked
  WHERE greatest(a."createdAt", a."sendAt") >= since AND greatest(a."createdAt", a."sendAt") < until
    AND a."sentById" IS NOT NULL AND a."sendAt" IS NULL
  GROUP BY 1, 2, 3;
END
$$;

-- Until when all that was written is there to be read: a transaction that is still open may yet bring what is older than
-- what others have committed.
--
-- lag: how much longer than its transaction a statement may take from its time to its row
CREATE FUNCTION rollup_horizon(lag interval) RETURNS timestamptz
LANGUAGE sql
AS $$
  SELECT least(
    clock_timestamp(),
    (
      SELECT min(xact_start) FROM pg_stat_activity
      WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()
    )
  ) - lag
$$;

-- One piece of the counting: the messages that are due since the last time, and the older slots whose messages have
-- had a report since. Every slot is counted anew as a whole, so that a piece that is done twice changes nothing.
--
-- until: the horizon
-- most_messages, most_events: about how much one piece may read
-- Returns whether there is no more to do.
CREATE FUNCTION roll_up_messages(until timestamptz, most_messages int, most_events int) RETURNS boolean
LANGUAGE plpgsql
AS $$
DECLARE
  mark "RollupMark";
  since timestamptz;
  reached timestamptz;
  safe bigint;
  last bigint;
  touched timestamptz;
BEGIN
  INSERT INTO "RollupMark" (id) VALUES (true) ON CONFLICT DO NOTHING;
  -- Who counts at the same time waits here, and then sees what was counted.
  SELECT * INTO mark FROM "RollupMark" FOR UPDATE;
  SELECT coalesce(max(e.id), 0) INTO safe FROM "StatusEvent" e WHERE e."receivedAt" < until;

  IF mark."countedUntil" IS NULL THEN
    -- All is counted as it is now, whatever was reported before.
    SELECT min(greatest(m."createdAt", m."sendAt")) INTO since FROM "Message" m;
    mark."lastEventId" := safe;
  END IF;
  since := rollup_slot(least(coalesce(mark."countedUntil", since, until), until));

  SELECT rollup_slot(greatest(m."createdAt", m."sendAt")) + interval '15 minutes' INTO reached
  FROM "Message" m
  WHERE greatest(m."createdAt", m."sendAt") >= since AND greatest(m."createdAt", m."sendAt") < until
  ORDER BY greatest(m."createdAt", m."sendAt")
  OFFSET most_messages LIMIT 1;

  SELECT max(e.id) INTO last
  FROM (
    SELECT id FROM "StatusEvent" WHERE id > mark."lastEventId" AND id <= safe ORDER BY id LIMIT most_events
  ) e;
  FOR touched IN
    SELECT DISTINCT rollup_slot(greatest(m."createdAt", m."sendAt"))
    FROM "StatusEvent" e
    JOIN "Message" m ON m.id = e."messageId"
    WHERE e.id > mark."lastEventId" AND e.id <= last AND greatest(m."createdAt", m."sendAt") < since
  LOOP
    PERFORM count_slots(touched, touched + interval '15 minutes');
  END LOOP;
  PERFORM count_slots(since, coalesce(reached, rollup_slot(until) + interval '15 minutes'));

  UPDATE "RollupMark" SET
    -- Never back, also where a clock is: what is behind it is counted.
    "countedUntil" = greatest(mark."countedUntil", least(reached, until)),
    "lastEventId" = greatest(mark."lastEventId", last);
  RETURN coalesce(reached, until) >= until AND coalesce(last, safe) >= safe;
END
$$;

-- The files of a contact, newest first, without a look at its other messages.
ALTER TABLE "Media" ADD COLUMN "contactId" UUID;

UPDATE "Media" f SET "contactId" = c."contactId"
FROM "Message" m
JOIN "Conversation" c ON c.id = m."conversationId"
WHERE m.id = f."messageId";

ALTER TABLE "Media" ADD CONSTRAINT "Media_contactId_fkey"
FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "Media_contactId_createdAt_id_idx" ON "Media"("contactId", "createdAt" DESC, "id" DESC);

CREATE FUNCTION know_contact_of_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."contactId" := (
    SELECT c."contactId" FROM "Message" m JOIN "Conversation" c ON c.id = m."conversationId" WHERE m.id = NEW."messageId"
  );
  RETURN NEW;
END
$$;

CREATE TRIGGER know_contact_of_media BEFORE INSERT ON "Media"
FOR EACH ROW EXECUTE FUNCTION know_contact_of_media();
