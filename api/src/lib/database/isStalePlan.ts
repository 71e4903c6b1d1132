/**
 * Whether PostgreSQL refused a prepared statement because its result has other columns by now: a migration added one.
 * Nothing was executed. The message depends on the server's language, the routine does not.
 */
export const isStalePlan = (error: unknown) => {
  const { code, routine } = error as { code?: unknown; routine?: unknown }
  return code === '0A000' && routine === 'RevalidateCachedQuery'
}
