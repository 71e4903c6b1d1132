-- From where somebody logs in, also when the login has ended: who guesses elsewhere locks nobody out there.
CREATE TABLE "LoginPlace" (
    "userId" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LoginPlace_pkey" PRIMARY KEY ("userId", "network")
);

ALTER TABLE "LoginPlace" ADD CONSTRAINT "LoginPlace_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Those of the logins that last.
INSERT INTO "LoginPlace" ("userId", "network", "seenAt")
SELECT "userId", "address", max("seenAt") FROM "Session" WHERE "address" IS NOT NULL GROUP BY 1, 2;
