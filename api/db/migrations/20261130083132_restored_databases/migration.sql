-- A database that was restored from a backup believes what was true then: messages wait in it that were sent since. Which
-- database this is, what belongs to no backup tells: the cluster, its timeline (another one after a recovery to a point in
-- time, and after a failover, which may have lost its last moments, too), the database, and the table that was made in it.
-- In a schema of its own: it is nothing that Prisma's client, or whoever empties the tables, should know of.
CREATE SCHEMA installation;

CREATE TABLE installation.home (
  "isOnly" boolean PRIMARY KEY DEFAULT true CHECK ("isOnly"),
  identity text NOT NULL,
  "notedAt" timestamptz(3) NOT NULL DEFAULT now()
);

-- Where a server does not say one of them, the others have to do.
CREATE FUNCTION installation.identity()
RETURNS text
LANGUAGE plpgsql
AS $$
DECLARE
  cluster text;
  timeline text;
BEGIN
  BEGIN
    SELECT system_identifier INTO cluster FROM pg_control_system();
  EXCEPTION WHEN OTHERS THEN
    cluster := '-';
  END;
  BEGIN
    timeline := left(pg_walfile_name(pg_current_wal_lsn()), 8);
  EXCEPTION WHEN OTHERS THEN
    timeline := '-';
  END;
  RETURN concat_ws(
    ' ', cluster, timeline, (SELECT oid FROM pg_database WHERE datname = current_database()), '"Message"'::regclass::oid
  );
END
$$;

-- Notes which database this is. Where it is another than the one that was noted, or `restored` says so, all that waits
-- may have been sent, and becomes UNCONFIRMED, so that Twilio is asked; and the day is compared at once, for what came
-- in since the backup. Messages for later that are kept here can't have gone, and what somebody has claimed ends by itself.
--
-- Returns how many messages became UNCONFIRMED, and null where this is the database that it was.
CREATE FUNCTION note_home(restored boolean)
RETURNS integer
LANGUAGE plpgsql
AS $$
DECLARE
  found_identity text := installation.identity();
  waiting uuid[];
BEGIN
  LOCK TABLE installation.home IN EXCLUSIVE MODE;
  IF NOT restored AND EXISTS (SELECT 1 FROM installation.home WHERE identity = found_identity) THEN
    RETURN NULL;
  END IF;

  WITH asked AS (
    UPDATE "Message"
    SET status = 'UNCONFIRMED', "claimedUntil" = NULL, lookups = 0,
      "errorDetail" = 'the database was restored: it may have been sent since the backup',
      "updatedAt" = greatest(clock_timestamp(), "updatedAt" + interval '1 millisecond')
    WHERE direction = 'OUTBOUND' AND status IN ('PENDING', 'UNCONFIRMED', 'SCHEDULED') AND sid IS NULL
      AND ("claimedUntil" IS NULL OR "claimedUntil" < clock_timestamp())
      AND ("messagingServiceSid" IS NOT NULL OR "sendAt" IS NULL OR "sendAt" <= clock_timestamp())
    RETURNING id
  )
  SELECT coalesce(array_agg(id), '{}') INTO waiting FROM asked;

  PERFORM
    graphile_worker.remove_job('sendMessage:' || id),
    graphile_worker.add_job(
      'confirmMessage', json_build_object('messageId', id), queue_name => 'reconciler',
      job_key => 'confirmMessage:' || id, max_attempts => 25
    )
  FROM unnest(waiting) id;
  PERFORM graphile_worker.add_job(task, '{}', queue_name => 'reconciler', job_key => task, max_attempts => 5)
  FROM unnest('{compareDay,compareChats}'::text[]) task;

  INSERT INTO installation.home (identity) VALUES (found_identity)
  ON CONFLICT ("isOnly") DO UPDATE SET identity = excluded.identity, "notedAt" = now();
  RETURN cardinality(waiting);
END
$$;

-- A database without messages has nothing to ask about. One that has some may come from a backup, of an older version.
INSERT INTO installation.home (identity)
SELECT installation.identity() WHERE NOT EXISTS (SELECT 1 FROM "Message");
