import { ConfigurationError, readConfig } from './readConfig'

const read = () => {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (
      error instanceof ConfigurationError &&
      process.env.NODE_ENV !== 'test'
    ) {
      console.error(error.message)
      process.exit(1)
    }
    throw error
  }
}

/** The configuration of this process, read once. A wrong one ends the process with one line that names the variable. */
export const config = read()

// dbAuth reads its secret from the environment, where development has none.
process.env.SESSION_SECRET = config.sessionSecret
