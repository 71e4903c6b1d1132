-- CreateEnum
CREATE TYPE "CallStatus" AS ENUM ('QUEUED', 'INITIATED', 'RINGING', 'IN_PROGRESS', 'CANCELED', 'FAILED', 'NO_ANSWER', 'BUSY', 'COMPLETED');

-- CreateEnum
CREATE TYPE "CallAnswer" AS ENUM ('SAY', 'RECORD');

-- CreateTable
CREATE TABLE "Call" (
    "sid" TEXT NOT NULL,
    "messageId" UUID,
    "status" "CallStatus" NOT NULL DEFAULT 'QUEUED',
    "answer" "CallAnswer",
    "answeredAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "durationSeconds" INTEGER,

    CONSTRAINT "Call_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "CallRecording" (
    "sid" TEXT NOT NULL,
    "callSid" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "durationSeconds" INTEGER,
    "mediaId" UUID,

    CONSTRAINT "CallRecording_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "CallEvent" (
    "id" BIGSERIAL NOT NULL,
    "callSid" TEXT,
    "status" TEXT NOT NULL,
    "disposition" "Disposition" NOT NULL,
    "params" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CallEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallSettings" (
    "id" UUID NOT NULL,
    "address" TEXT,
    "answer" "CallAnswer" NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "maxSeconds" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CallSettings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Call_messageId_key" ON "Call"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "CallRecording_mediaId_key" ON "CallRecording"("mediaId");

-- CreateIndex
CREATE INDEX "CallRecording_callSid_idx" ON "CallRecording"("callSid");

-- CreateIndex
CREATE INDEX "CallEvent_callSid_id_idx" ON "CallEvent"("callSid", "id");

-- The numbers that have none of their own share one row, that without an address.
CREATE UNIQUE INDEX "CallSettings_address_key" ON "CallSettings"("address") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallRecording" ADD CONSTRAINT "CallRecording_callSid_fkey" FOREIGN KEY ("callSid") REFERENCES "Call"("sid") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallRecording" ADD CONSTRAINT "CallRecording_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Records what Twilio says about a call: the call's own request, a status callback, a recording callback.
--
-- A call is its SID: whatever comes first makes the row, and everything that is kept of it is a maximum, or the first
-- that was said. So every order, repetition and split of the reports ends the same. The first report that names caller
-- and called makes the entry in the thread; the recordings that were there before then become its media.
--
-- r: { messageId, sid, from, to, word, status, isKnown, answer, durationSeconds, params,
--      recording: { sid, url, durationSeconds } }
--   messageId  of the entry, if this report makes it
--   from, to   null where this report can make none
--   word       Twilio's word, upper-case; status: the same where it is a status of a call
--   isKnown    whether the report makes sense
--   answer     how we answer the call
-- Returns the entry (null while there is none), whether it and its conversation have just begun, and whether it changed.
CREATE FUNCTION record_call_report(r jsonb)
RETURNS TABLE ("messageId" uuid, "conversationId" uuid, "isNew" boolean, added boolean, changed boolean, disposition "Disposition")
LANGUAGE plpgsql
AS $$
#variable_conflict use_column
DECLARE
  call_sid text := r ->> 'sid';
  reported "CallStatus" := r ->> 'status';
  ended "CallStatus"[] := ARRAY['CANCELED', 'FAILED', 'NO_ANSWER', 'BUSY', 'COMPLETED'];
  fresh boolean;
  recorded boolean := false;
  earlier "Call";
  later "Call";
  piece record;
BEGIN
  "isNew" := false;
  added := false;
  changed := false;
  IF call_sid IS NULL THEN
    disposition := 'UNKNOWN';
    INSERT INTO "CallEvent" ("callSid", status, disposition, params) VALUES (NULL, r ->> 'word', disposition, r -> 'params');
    RETURN NEXT;
    RETURN;
  END IF;

  INSERT INTO "Call" (sid) VALUES (call_sid) ON CONFLICT (sid) DO NOTHING;
  fresh := FOUND;
  SELECT * INTO earlier FROM "Call" WHERE sid = call_sid FOR UPDATE;

  UPDATE "Call"
  SET status = greatest(status, reported),
    answer = coalesce(answer, (r ->> 'answer')::"CallAnswer"),
    "durationSeconds" = greatest("durationSeconds", (r ->> 'durationSeconds')::int),
    "answeredAt" = coalesce("answeredAt", CASE
      WHEN reported = 'IN_PROGRESS' THEN clock_timestamp()
      -- Twilio counts the duration from the answer.
      WHEN reported = 'COMPLETED' THEN clock_timestamp() - make_interval(secs => (r ->> 'durationSeconds')::int)
    END),
    "endedAt" = coalesce("endedAt", CASE WHEN reported = ANY (ended) THEN clock_timestamp() END)
  WHERE sid = call_sid
  RETURNING * INTO later;

  IF jsonb_typeof(r -> 'recording') = 'object' THEN
    INSERT INTO "CallRecording" AS known (sid, "callSid", url, "durationSeconds")
    VALUES (r -> 'recording' ->> 'sid', call_sid, r -> 'recording' ->> 'url', (r -> 'recording' ->> 'durationSeconds')::int)
    ON CONFLICT (sid) DO UPDATE SET "durationSeconds" = excluded."durationSeconds"
    WHERE excluded."durationSeconds" > coalesce(known."durationSeconds", 0);
    recorded := FOUND;
  END IF;

  IF later."messageId" IS NULL AND r ->> 'from' IS NOT NULL AND r ->> 'to' IS NOT NULL THEN
    SELECT a."conversationId", a."isNew" INTO "conversationId", "isNew"
    FROM append_message(jsonb_build_object(
      'id', r ->> 'messageId', 'sid', call_sid, 'direction', 'INBOUND', 'channel', 'VOICE', 'status', 'RECEIVED',
      'contactAddress', r ->> 'from', 'senderAddress', r ->> 'to', 'from', r ->> 'from', 'to', r ->> 'to',
      'params', r -> 'params', 'media', '[]'::jsonb
    )) a;
    UPDATE "Call" SET "messageId" = (r ->> 'messageId')::uuid WHERE sid = call_sid RETURNING * INTO later;
    added := true;
  END IF;
  "messageId" := later."messageId";

  IF "messageId" IS NOT NULL THEN
    FOR piece IN
      SELECT known.sid, known.url, gen_random_uuid() AS media FROM "CallRecording" known
      WHERE known."callSid" = call_sid AND known."mediaId" IS NULL ORDER BY known.sid
    LOOP
      -- Its trigger has a worker fetch it.
      INSERT INTO "Media" (id, "messageId", position, url, "contentType")
      SELECT piece.media, later."messageId", count(*), piece.url, 'audio/mpeg' FROM "Media" m WHERE m."messageId" = later."messageId";
      UPDATE "CallRecording" SET "mediaId" = piece.media WHERE sid = piece.sid;
    END LOOP;
  END IF;

  changed := recorded OR later IS DISTINCT FROM earlier;
  disposition := CASE
    WHEN NOT (r ->> 'isKnown')::boolean THEN 'UNKNOWN'
    WHEN EXISTS (
      SELECT 1 FROM "CallEvent" e
      WHERE e."callSid" = call_sid AND e.status = r ->> 'word' AND e.params = r -> 'params'
    ) THEN 'DUPLICATE'
    WHEN reported = ANY (ended) AND earlier.status = ANY (ended) AND reported <> earlier.status THEN 'CONFLICT'
    WHEN recorded THEN 'APPLIED'
    WHEN reported < earlier.status THEN 'STALE'
    WHEN reported = earlier.status AND NOT fresh AND NOT changed THEN 'DUPLICATE'
    ELSE 'APPLIED'
  END::"Disposition";
  INSERT INTO "CallEvent" ("callSid", status, disposition, params) VALUES (call_sid, r ->> 'word', disposition, r -> 'params');

  IF changed AND NOT added AND "messageId" IS NOT NULL THEN
    -- Clients tell a newer state of a message from an older one by it.
    UPDATE "Message" m SET "updatedAt" = greatest(clock_timestamp(), m."updatedAt" + interval '1 millisecond')
    WHERE m.id = later."messageId" RETURNING m."conversationId" INTO "conversationId";
  END IF;
  RETURN NEXT;
END
$$;
