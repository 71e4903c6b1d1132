import { defineConfig } from 'prisma/config'

import { embeddedDatabaseUrl } from './scripts/bootstrap/database.mjs'
import { prepareEnv } from './scripts/bootstrap/env.mjs'
import { inRoot } from './scripts/bootstrap/paths.mjs'
import { MigrationAdapter } from './scripts/bootstrap/prismaAdapter.mjs'
import { letPrismaExit } from './scripts/bootstrap/prismaTimers.mjs'

letPrismaExit()

// With a config file, Prisma reads no .env by itself.
prepareEnv()

const given = process.env.DATABASE_URL

// Prisma connects through the adapter alone, but where the variable that schema.prisma names is not set, it takes
// the schema for unreadable, falls back to its native engine, and downloads that.
process.env.DATABASE_URL ||= 'postgresql://embedded'

// Absolute paths: Redwood calls Prisma from the root and from api/. The engine that is written in JavaScript
// needs no download.
export default defineConfig({
  experimental: { adapter: true },
  engine: 'js',
  schema: inRoot('api', 'db', 'schema.prisma'),
  migrations: { path: inRoot('api', 'db', 'migrations') },
  adapter: async () =>
    new MigrationAdapter(given || (await embeddedDatabaseUrl())),
})
