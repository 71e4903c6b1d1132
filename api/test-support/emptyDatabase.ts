import { pool } from 'src/lib/database/pool'

/**
 * Forgets all rows and jobs. For tests that `scenario`, which does so itself, can't express. (TRUNCATE, which would be
 * shorter, takes a hundred times as long for a few rows.)
 */
export async function emptyDatabase() {
  await pool.query(`
    DO $$
    DECLARE
      name text;
    BEGIN
      -- These hold on to one another.
      DELETE FROM "Message";
      DELETE FROM "Conversation";
      DELETE FROM "Contact";
      FOR name IN
        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
          OR schemaname = 'graphile_worker' AND tablename = '_private_jobs'
      LOOP
        EXECUTE 'DELETE FROM ' || name;
      END LOOP;
    END $$`)
}
