-- CreateEnum
CREATE TYPE "AutoReplyCondition" AS ENUM ('ALWAYS', 'FIRST_MESSAGE', 'KEYWORD', 'OUTSIDE_HOURS');

-- CreateTable
CREATE TABLE "Channel" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "kinds" "ChannelKind"[] NOT NULL DEFAULT '{}',
    "name" TEXT NOT NULL,
    "segmentsPerSecond" INTEGER,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "openingHours" JSONB NOT NULL DEFAULT '[]',
    "holidays" TEXT[] NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AutoReplyRule" (
    "id" UUID NOT NULL,
    "channelId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kinds" "ChannelKind"[] NOT NULL DEFAULT '{}',
    "condition" "AutoReplyCondition" NOT NULL,
    "keywords" TEXT[] NOT NULL DEFAULT '{}',
    "wholeMessage" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL,
    "cooldownSeconds" INTEGER NOT NULL DEFAULT 3600,
    "isEnabled" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AutoReplyRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AutoReply" (
    "messageId" UUID NOT NULL,
    "answersId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "ruleId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AutoReply_pkey" PRIMARY KEY ("messageId")
);

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "isAutomatic" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ConsentEvent" ADD COLUMN     "apiKeyId" UUID,
ADD COLUMN     "messageId" UUID,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "userId" UUID,
ADD COLUMN     "word" TEXT,
ALTER COLUMN "allowed" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Channel_address_key" ON "Channel"("address");

-- One default at most, whoever sets it at the same time.
CREATE UNIQUE INDEX "Channel_default_key" ON "Channel" ("isDefault") WHERE "isDefault";

-- CreateIndex
CREATE INDEX "AutoReplyRule_channelId_position_idx" ON "AutoReplyRule"("channelId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AutoReply_answersId_key" ON "AutoReply"("answersId");

-- CreateIndex
CREATE INDEX "AutoReply_conversationId_createdAt_idx" ON "AutoReply"("conversationId", "createdAt");

-- CreateIndex
CREATE INDEX "ConsentEvent_at_id_idx" ON "ConsentEvent"("at", "id");

-- AddForeignKey
ALTER TABLE "AutoReplyRule" ADD CONSTRAINT "AutoReplyRule_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AutoReply" ADD CONSTRAINT "AutoReply_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AutoReply" ADD CONSTRAINT "AutoReply_answersId_fkey" FOREIGN KEY ("answersId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AutoReply" ADD CONSTRAINT "AutoReply_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AutoReply" ADD CONSTRAINT "AutoReply_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "AutoReplyRule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsentEvent" ADD CONSTRAINT "ConsentEvent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsentEvent" ADD CONSTRAINT "ConsentEvent_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES "ApiKey"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsentEvent" ADD CONSTRAINT "ConsentEvent_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The automatic reply to an inbound message that was just appended, in its transaction and under the lock of its
-- conversation: so the same message is answered once, and what the rules look at can't change meanwhile.
--
-- replies: [{ ruleId, onlyFirst, cooldownSeconds, message }], those whose rules fit, in the order of the rules; the first
--   that fits here too is the one. Within its cooldown it is silent, and those behind it with it.
-- Returns the reply's id; null where there is none. A worker sends it.
CREATE FUNCTION append_auto_reply(answers uuid, replies jsonb, most int, within_seconds float)
RETURNS uuid
LANGUAGE plpgsql
AS $$
DECLARE
  talk "Conversation";
  reply jsonb;
  written uuid;
  is_claimed boolean;
BEGIN
  SELECT c.* INTO talk FROM "Conversation" c JOIN "Message" m ON m."conversationId" = c.id WHERE m.id = answers;
  SELECT r.value INTO reply FROM jsonb_array_elements(replies) WITH ORDINALITY r
  WHERE NOT (r.value ->> 'onlyFirst')::boolean OR talk."messageCount" = 1
  ORDER BY r.ordinality LIMIT 1;
  IF reply IS NULL OR talk."optedOutAt" IS NOT NULL
    OR EXISTS (
      SELECT 1 FROM "AutoReply" a
      WHERE a."conversationId" = talk.id AND a."ruleId" = (reply ->> 'ruleId')::uuid
        AND a."createdAt" > clock_timestamp() - make_interval(secs => (reply ->> 'cooldownSeconds')::float)
    )
    -- Two machines that answer each other stop here, whichever of our addresses they use.
    OR (
      SELECT count(*) FROM "AutoReply" a JOIN "Conversation" c ON c.id = a."conversationId"
      WHERE c."contactId" = talk."contactId"
        AND a."createdAt" > clock_timestamp() - make_interval(secs => within_seconds)
    ) >= most
  THEN
    RETURN NULL;
  END IF;

  written := reply -> 'message' ->> 'id';
  SELECT a.claimed INTO is_claimed FROM append_message(reply -> 'message') a;
  UPDATE "Message" SET "isAutomatic" = true, attempt = 0, "attemptedAt" = NULL, "claimedUntil" = NULL WHERE id = written;
  IF is_claimed THEN
    -- Nobody waits for it, so that no caller has it claimed: a worker sends it at once.
    PERFORM graphile_worker.add_job(
      'sendMessage', json_build_object('messageId', written), job_key => 'sendMessage:' || written, max_attempts => 25
    );
  END IF;
  -- A rule that was deleted meanwhile is not the reply's any more, but the reply counts.
  INSERT INTO "AutoReply" ("messageId", "answersId", "conversationId", "ruleId", "createdAt")
  VALUES (
    written, answers, talk.id, (SELECT id FROM "AutoReplyRule" WHERE id = (reply ->> 'ruleId')::uuid FOR KEY SHARE),
    clock_timestamp()
  );
  RETURN written;
END
$$;

-- What the ledger of consent keeps beside append_message's entry: the word, and the message that it came in, whose time
-- is its own. Who asks for help changes nothing, so that append_message leaves it out.
CREATE FUNCTION note_consent(message uuid, conversation uuid, consent jsonb)
RETURNS void
LANGUAGE sql
AS $$
  INSERT INTO "ConsentEvent" (id, "conversationId", allowed, source)
  SELECT (consent ->> 'id')::uuid, conversation, NULL, (consent ->> 'source')::"ConsentSource"
  WHERE consent ->> 'allowed' IS NULL;
  UPDATE "ConsentEvent"
  SET word = consent ->> 'word', "messageId" = message, at = (SELECT "createdAt" FROM "Message" WHERE id = message)
  WHERE id = (consent ->> 'id')::uuid;
$$;

-- Appends each message as append_message does. One that is refused (HG001, HG002) is undone alone and says so; any other
-- error undoes all of them.
--
-- They are taken in one order everywhere, so that no two batches wait for each other's conversations; and the paces of
-- the senders, which many conversations share, before all conversations.
--
-- Beside append_message's: autoReplies: { most, withinSeconds, replies }, the automatic replies that the rules allow to
-- it; `reply` is the id of the one that was written.
DROP FUNCTION append_messages(jsonb);
CREATE FUNCTION append_messages(messages jsonb)
RETURNS TABLE (
  ord int, "conversationId" uuid, "isNew" boolean, "createdAt" timestamptz, claimed boolean, reply uuid, refusal text
)
LANGUAGE plpgsql
AS $$
DECLARE
  paced text[];
  answering text[];
  m jsonb;
BEGIN
  SELECT array_agg(DISTINCT p.sender ORDER BY p.sender) INTO paced
  FROM (
    SELECT e ->> 'senderAddress' AS sender FROM jsonb_array_elements(messages) e
    WHERE e -> 'send' ->> 'segmentsPerSecond' IS NOT NULL
    UNION ALL
    SELECT r -> 'message' ->> 'senderAddress' FROM jsonb_array_elements(messages) e,
      jsonb_array_elements(e -> 'autoReplies' -> 'replies') r
    WHERE r -> 'message' -> 'send' ->> 'segmentsPerSecond' IS NOT NULL
  ) p;
  IF paced IS NOT NULL AND (jsonb_array_length(messages) > 1 OR messages -> 0 ? 'autoReplies') THEN
    INSERT INTO "SenderPace" (sender, "freeAt") SELECT s, clock_timestamp() FROM unnest(paced) s ORDER BY s
    ON CONFLICT (sender) DO NOTHING;
    PERFORM 1 FROM "SenderPace" WHERE sender = ANY (paced) ORDER BY sender FOR UPDATE;
  END IF;
  -- The automatic replies to a contact are counted over all its conversations.
  SELECT array_agg(e ->> 'contactAddress') INTO answering
  FROM jsonb_array_elements(messages) e WHERE e ? 'autoReplies';
  IF answering IS NOT NULL THEN
    PERFORM 1 FROM "Contact" WHERE address = ANY (answering) ORDER BY address FOR NO KEY UPDATE;
  END IF;

  FOR m, ord IN
    SELECT e.value, e.ordinality::int
    FROM jsonb_array_elements(messages) WITH ORDINALITY e
    ORDER BY e.value ->> 'contactAddress', e.value ->> 'channel', e.value ->> 'senderAddress', e.ordinality
  LOOP
    BEGIN
      reply := NULL;
      SELECT a."conversationId", a."isNew", a."createdAt", a.claimed, NULL
      INTO "conversationId", "isNew", "createdAt", claimed, refusal
      FROM append_message(m) a;
      IF m ? 'consent' THEN
        PERFORM note_consent((m ->> 'id')::uuid, "conversationId", m -> 'consent');
      END IF;
      IF m ? 'autoReplies' THEN
        reply := append_auto_reply(
          (m ->> 'id')::uuid, m -> 'autoReplies' -> 'replies', (m -> 'autoReplies' ->> 'most')::int,
          (m -> 'autoReplies' ->> 'withinSeconds')::float
        );
      END IF;
    EXCEPTION WHEN SQLSTATE 'HG001' OR SQLSTATE 'HG002' THEN
      refusal := SQLSTATE;
    END;
    RETURN NEXT;
  END LOOP;
END
$$;

-- What we have written from so far.
INSERT INTO "Channel" (id, address, kinds, name)
SELECT gen_random_uuid(), "senderAddress", array_agg(DISTINCT channel ORDER BY channel), "senderAddress"
FROM "Conversation" GROUP BY "senderAddress";
