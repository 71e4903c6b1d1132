import { useDatabase } from '../database.mjs'
import { prepareEnv } from '../env.mjs'
import { migrate as bringUp } from '../migrate.mjs'

/** `npm run migrate`: the database as this version wants it; nothing is to be done where it is so. */
export default async function migrate() {
  prepareEnv()
  await useDatabase()
  await bringUp()
  console.log('The database is as this version wants it.')
}
