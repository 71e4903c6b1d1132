import type pg from 'pg'

/** Where a process can be stopped in the middle of sending: each is a wait in the database, not a hook in the program. */
export type Step = 'committed' | 'claimed' | 'answered'

const INSTALL = `
  CREATE TABLE IF NOT EXISTS frozen (step text PRIMARY KEY);
  CREATE OR REPLACE FUNCTION freeze() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM frozen WHERE step = TG_ARGV[0]) THEN
      PERFORM pg_sleep(600);
    END IF;
    RETURN NEW;
  END $$;
  -- The row is committed, its claim is not.
  CREATE OR REPLACE TRIGGER freeze_claim BEFORE UPDATE OF attempt ON "Message"
    FOR EACH ROW EXECUTE FUNCTION freeze('committed');
  -- Twilio has answered the create, and the answer is not written.
  CREATE OR REPLACE TRIGGER freeze_settle BEFORE INSERT ON "StatusEvent"
    FOR EACH ROW WHEN (NEW.source = 'API') EXECUTE FUNCTION freeze('answered');
  CREATE OR REPLACE TRIGGER freeze_release BEFORE UPDATE OF "errorDetail" ON "Message"
    FOR EACH ROW WHEN (NEW.sid IS NULL AND OLD."claimedUntil" IS NOT NULL) EXECUTE FUNCTION freeze('answered');
`

const OURS = `datname = current_database() AND pid <> pg_backend_pid()`

/** How many connections stand still. */
const COUNT = `
  SELECT count(*)::int AS n FROM pg_stat_activity
  WHERE ${OURS} AND (wait_event = 'PgSleep' OR wait_event_type = 'Lock')`

/**
 * Lets whoever comes to a step stand still there.
 *
 * @returns `count` of those who do, and `thaw`, which rolls back what they began: they are dead
 */
export async function freeze(database: pg.Pool, step: Step) {
  await database.query(INSTALL)
  const client = await database.connect()
  await client.query('BEGIN')
  if (step === 'claimed') {
    // A claimed message's attachments are read next.
    await client.query('LOCK TABLE "Media" IN ACCESS EXCLUSIVE MODE')
  } else {
    await database.query('INSERT INTO frozen VALUES ($1)', [step])
  }
  return {
    count: async (): Promise<number> => (await database.query(COUNT)).rows[0].n,
    thaw: async () => {
      await database.query('DELETE FROM frozen')
      await database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE ${OURS} AND (wait_event = 'PgSleep' OR wait_event_type = 'Lock')`
      )
      await client.query('ROLLBACK')
      client.release()
    },
  }
}
