import { pool } from 'src/lib/database/pool'

/** Forgets all rows and jobs. For tests that `scenario`, which does so itself, can't express. */
export async function emptyDatabase() {
  const { rows } = await pool.query<{ name: string }>(`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
      OR schemaname = 'graphile_worker' AND tablename = '_private_jobs'`)
  await pool.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')}`)
}
