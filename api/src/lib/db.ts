import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@prisma/client'

import { emitLogLevels, handlePrismaLogging } from '@redwoodjs/api/logger'

import { pool } from 'src/lib/database/pool'

import { logger } from './logger'

export const db = new PrismaClient({
  adapter: new PrismaPg(pool, { disposeExternalPool: true }),
  log: emitLogLevels(['warn', 'error']),
})

handlePrismaLogging({ db, logger, logLevels: ['warn', 'error'] })
