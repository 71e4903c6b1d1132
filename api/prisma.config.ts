// Redwood's build calls Prisma from this folder.
export { default } from '../prisma.config'
