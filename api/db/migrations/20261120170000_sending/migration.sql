-- CreateEnum
CREATE TYPE "ConsentSource" AS ENUM ('KEYWORD', 'OPT_OUT_TYPE', 'REFUSAL', 'OPERATOR');

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "optOutSource" "ConsentSource",
ADD COLUMN     "optedOutAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "validityPeriod" INTEGER;

-- CreateTable
CREATE TABLE "ConsentEvent" (
    "id" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "allowed" BOOLEAN NOT NULL,
    "source" "ConsentSource" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsentEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SenderPace" (
    "sender" TEXT NOT NULL,
    "freeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SenderPace_pkey" PRIMARY KEY ("sender")
);

-- CreateIndex
CREATE INDEX "ConsentEvent_conversationId_at_idx" ON "ConsentEvent"("conversationId", "at");

-- AddForeignKey
ALTER TABLE "ConsentEvent" ADD CONSTRAINT "ConsentEvent_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- The folder of failed messages, newest first.
CREATE INDEX "Message_failed_idx" ON "Message" ("createdAt" DESC, id DESC)
WHERE direction = 'OUTBOUND' AND status IN ('FAILED', 'UNDELIVERED');
