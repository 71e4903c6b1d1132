-- What somebody chose; what is not in it is as it comes.
ALTER TABLE "User" ADD COLUMN "settings" JSONB NOT NULL DEFAULT '{}';
