-- CreateTable
CREATE TABLE "WebhookMinute" (
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "webhook" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "WebhookMinute_pkey" PRIMARY KEY ("minute","webhook","result")
);

-- CreateTable
CREATE TABLE "WebhookRefusal" (
    "webhook" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "expectedUrl" TEXT NOT NULL,
    "signedUrl" TEXT,
    "count" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WebhookRefusal_pkey" PRIMARY KEY ("webhook","reason")
);


-- Conflicts are rare, and somebody looks for them.
CREATE INDEX "StatusEvent_conflict_idx" ON "StatusEvent" ("receivedAt") WHERE disposition = 'CONFLICT';
