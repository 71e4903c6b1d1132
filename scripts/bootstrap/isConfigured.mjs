import { node } from './processes.mjs'

/**
 * Whether the configuration is right; where it is not, the API's own check has said so in one line.
 *
 * @param {string[]} words Node's arguments: the check as TypeScript, or as it was built
 */
export const isConfigured = async (words) =>
  (await node(words, {
    // Where none is given, the embedded server's will be, which is not running yet.
    env: {
      ...process.env,
      DATABASE_URL: process.env.DATABASE_URL || 'postgresql://embedded',
    },
  })) === 0
