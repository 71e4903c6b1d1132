import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@prisma/client'

import { emitLogLevels, handlePrismaLogging } from '@redwoodjs/api/logger'

import { logger } from './logger'

export const db = new PrismaClient({
  adapter: new PrismaPg({
    connectionString: process.env.DATABASE_URL,
    max: 20,
  }),
  log: emitLogLevels(['info', 'warn', 'error']),
})

handlePrismaLogging({ db, logger, logLevels: ['info', 'warn', 'error'] })
