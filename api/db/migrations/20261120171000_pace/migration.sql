-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "paceAt" TIMESTAMPTZ(3);

