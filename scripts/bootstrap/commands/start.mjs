import { prepareEnv } from '../env.mjs'
import { ensureInstalled } from '../install.mjs'

/** `npm start`: everything, from a clone to a page that one can log in to. */
export default async function start(args) {
  prepareEnv()
  await ensureInstalled()
  const { develop } = await import('../develop.mjs')
  return develop(args)
}
