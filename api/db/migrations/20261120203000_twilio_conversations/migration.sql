-- Twilio's Conversations beside ours of the channel CHAT.

ALTER TABLE "Message"
  ADD COLUMN "author" TEXT,
  ADD COLUMN "chatIndex" INTEGER,
  ADD COLUMN "chatUpdatedAt" TIMESTAMPTZ(3),
  ADD COLUMN "editedAt" TIMESTAMPTZ(3),
  ADD COLUMN "removedAt" TIMESTAMPTZ(3);

CREATE TABLE "TwilioConversation" (
  "conversationId" UUID NOT NULL,
  "sid" TEXT NOT NULL,
  "serviceSid" TEXT,
  "messagingServiceSid" TEXT,
  "friendlyName" TEXT,
  "uniqueName" TEXT,
  "givenName" TEXT,
  "state" TEXT NOT NULL DEFAULT 'ACTIVE',
  "stateUpdatedAt" TIMESTAMPTZ(3),
  "attributes" TEXT,
  "createdAt" TIMESTAMPTZ(3),
  "updatedAt" TIMESTAMPTZ(3),
  "removedAt" TIMESTAMPTZ(3),
  CONSTRAINT "TwilioConversation_pkey" PRIMARY KEY ("conversationId")
);

CREATE TABLE "Participant" (
  "id" UUID NOT NULL,
  "conversationId" UUID NOT NULL,
  "sid" TEXT NOT NULL,
  "identity" TEXT,
  "address" TEXT,
  "proxyAddress" TEXT,
  "type" TEXT NOT NULL DEFAULT 'CHAT',
  "roleSid" TEXT,
  "attributes" TEXT,
  "createdAt" TIMESTAMPTZ(3),
  "updatedAt" TIMESTAMPTZ(3),
  "removedAt" TIMESTAMPTZ(3),
  CONSTRAINT "Participant_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ConversationEvent" (
  "id" BIGSERIAL NOT NULL,
  "type" TEXT NOT NULL,
  "conversationSid" TEXT,
  "disposition" "Disposition" NOT NULL,
  "params" JSONB NOT NULL,
  "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ConversationEvent_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "TwilioConversation_sid_key" ON "TwilioConversation" ("sid");
CREATE UNIQUE INDEX "Participant_sid_key" ON "Participant" ("sid");
CREATE INDEX "Participant_conversationId_idx" ON "Participant" ("conversationId");
CREATE INDEX "ConversationEvent_conversationSid_id_idx" ON "ConversationEvent" ("conversationSid", "id");

ALTER TABLE "TwilioConversation" ADD CONSTRAINT "TwilioConversation_conversationId_fkey"
  FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_conversationId_fkey"
  FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Judges the delivery receipts of a message by participant. record_status_reports takes all reports of a message for
-- those of one phone: there a second participant's receipt repeats or contradicts the first one's.
--
-- The row's status stays what it made of them: the furthest that any participant got.
CREATE FUNCTION judge_receipts(message uuid)
RETURNS void
LANGUAGE sql
AS $$
  WITH receipt AS (
    SELECT e.id, e.position, e."errorCode" AS code, e.params ->> 'ParticipantSid' AS participant,
      e.status::"MessageStatus" AS reached,
      CASE
        WHEN e.status IN ('FAILED', 'UNDELIVERED') THEN e.status
        WHEN e.status IN ('DELIVERED', 'READ') THEN 'DELIVERED'
      END AS ending
    FROM "StatusEvent" e
    WHERE e."messageId" = message AND e.params ? 'ParticipantSid'
      AND e.status IN ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNDELIVERED', 'DELIVERED', 'READ')
  ),
  judged AS (
    SELECT r.id,
      CASE
        WHEN count(*) OVER same > 0 THEN 'DUPLICATE'
        WHEN r.ending <> min(r.ending) OVER earlier OR r.ending <> max(r.ending) OVER earlier THEN 'CONFLICT'
        WHEN r.reached < max(r.reached) OVER earlier THEN 'STALE'
        ELSE 'APPLIED'
      END::"Disposition" AS disposition
    FROM receipt r
    WINDOW
      earlier AS (PARTITION BY r.participant ORDER BY r.position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
      same AS (PARTITION BY r.participant, r.reached ORDER BY r.position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  )
  UPDATE "StatusEvent" e SET disposition = j.disposition
  FROM judged j
  WHERE e.id = j.id AND e.disposition <> j.disposition
$$;
