-- A login of somebody, which ends by itself, by logging out, or from elsewhere: a cookie is worth what its row is.
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "address" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Session_userId_idx" ON "Session"("userId");

ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Counters of what may be done so often only, in the form of rate-limiter-flexible.
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- Who no longer works here can't log in, but keeps the name under what was written.
ALTER TABLE "User" ADD COLUMN "deactivatedAt" TIMESTAMPTZ(3);

CREATE UNIQUE INDEX "User_resetToken_key" ON "User"("resetToken");

CREATE TYPE "ApiKeyScope" AS ENUM ('READ', 'SEND', 'WORK', 'CONFIGURE');

-- The keys that there are may what they could.
ALTER TABLE "ApiKey"
    ADD COLUMN "scopes" "ApiKeyScope"[] NOT NULL DEFAULT ARRAY['READ', 'SEND', 'WORK', 'CONFIGURE']::"ApiKeyScope"[],
    ADD COLUMN "expiresAt" TIMESTAMPTZ(3);
