import { develop } from '../develop.mjs'
import { prepareEnv } from '../env.mjs'

/** `yarn rw dev`: what `npm start` does, after an install. */
export default async function developCommand(args) {
  prepareEnv()
  return develop(args)
}
