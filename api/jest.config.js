// More info at https://redwoodjs.com/docs/project-configuration-dev-test-build

const fs = require('node:fs')
const path = require('node:path')

// Redwood's glob imports become lists of files in what Jest keeps of a file that it has seen. As a part of the
// configuration, a new file makes Jest look again; else its operations would be missing until the cache is cleared.
const globbed = ['directives', 'graphql', 'services', 'subscriptions']
  .map((folder) => path.join(__dirname, 'src', folder))
  .flatMap((folder) => fs.readdirSync(folder, { recursive: true }))

const config = {
  rootDir: '../',
  preset: '@redwoodjs/testing/config/jest/api',
  globals: { globbed },
  setupFiles: ['<rootDir>/api/test-support/environment.ts'],
  setupFilesAfterEnv: ['<rootDir>/api/test-support/timeout.ts'],
  restoreMocks: true,
}

module.exports = config
