-- CreateEnum
CREATE TYPE "ReconciliationKind" AS ENUM ('STUCK', 'DAILY');

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "attemptedAt" TIMESTAMPTZ(3),
ADD COLUMN     "lookups" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reconciledAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Reconciliation" (
    "id" UUID NOT NULL,
    "kind" "ReconciliationKind" NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "checked" INTEGER NOT NULL DEFAULT 0,
    "recovered" INTEGER NOT NULL DEFAULT 0,
    "absent" INTEGER NOT NULL DEFAULT 0,
    "foreign" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Reconciliation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Reconciliation_kind_startedAt_idx" ON "Reconciliation"("kind", "startedAt" DESC);


-- What the reconciler looks for, and nothing else: it stays as small as what is under way.
CREATE INDEX "Message_underway_idx" ON "Message" ("createdAt")
WHERE direction = 'OUTBOUND' AND status < 'CANCELED';
