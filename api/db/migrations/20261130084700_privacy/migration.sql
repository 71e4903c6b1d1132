-- What is kept of people, and for how long. Nothing is deleted: a row keeps its times, its status and its place, so that
-- threads have no holes and figures stay what they were; what somebody wrote is taken out of it.

ALTER TABLE "Message" ADD COLUMN "redactedAt" TIMESTAMPTZ(3);
ALTER TABLE "Media" ADD COLUMN "removedAt" TIMESTAMPTZ(3);
-- Somewhere it must be, until it is nowhere.
ALTER TABLE "Media" DROP CONSTRAINT "Media_place_check",
ADD CONSTRAINT "Media_place_check" CHECK ("url" IS NOT NULL OR "fileId" IS NOT NULL OR "removedAt" IS NOT NULL);
ALTER TABLE "Contact" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);
ALTER TABLE "Conversation" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);
ALTER TABLE "Participant" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);

-- What the triggers below look at first: while nobody was erased, it is empty.
CREATE INDEX "Conversation_erased" ON "Conversation" (id) WHERE "erasedAt" IS NOT NULL;

-- How long what comes to an address of ours and goes from it is kept, in days; null is for ever.
CREATE TABLE "Retention" (
    -- Ours; empty: all that have no row of their own.
    "address" TEXT NOT NULL,
    "textDays" INTEGER,
    "mediaDays" INTEGER,
    "eventDays" INTEGER,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Retention_pkey" PRIMARY KEY ("address"),
    CONSTRAINT "Retention_days_check" CHECK (least("textDays", "mediaDays", "eventDays") > 0)
);

-- How far a walk through what is old has come. Each piece goes on where the last one ended, so that it costs the same
-- whatever the tables hold; all walks begin anew where a retention is changed.
CREATE TABLE "RetentionWalk" (
    "what" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3),
    "lastId" TEXT,

    CONSTRAINT "RetentionWalk_pkey" PRIMARY KEY ("what", "address")
);

-- Messages that a walk passed while their outcome was still open: a look-up at Twilio compares their texts.
CREATE TABLE "RetentionHeld" (
    "messageId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    CONSTRAINT "RetentionHeld_pkey" PRIMARY KEY ("messageId", "what"),
    CONSTRAINT "RetentionHeld_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Files whose rows are gone: their bytes go after the commit, and what a crash in between leaves is found here.
CREATE TABLE "FileToDelete" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "FileToDelete_pkey" PRIMARY KEY ("id")
);

-- A contact that is being erased, until all that is kept of it was gone through. Then its address is gone here, too.
CREATE TABLE "Erasure" (
    "contactId" UUID NOT NULL,
    "address" TEXT,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "finishedAt" TIMESTAMPTZ(3),
    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("contactId"),
    CONSTRAINT "Erasure_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Who must not be written to although we no longer know who it is: erasure takes the number, and not the objection.
CREATE TABLE "Suppression" (
    "hash" BYTEA NOT NULL,
    "channel" "ChannelKind" NOT NULL,
    "senderAddress" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "source" "ConsentSource",
    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("hash", "channel", "senderAddress")
);

-- In a row of its own and not in the configuration: a secret that is rotated there would forget every objection.
CREATE TABLE "SuppressionKey" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "pepper" BYTEA NOT NULL,
    CONSTRAINT "SuppressionKey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SuppressionKey_one" CHECK ("id")
);

-- gen_random_uuid() is PostgreSQL's own strong randomness; four of them have 488 bits.
CREATE FUNCTION suppression_pepper()
RETURNS bytea
LANGUAGE plpgsql
AS $$
DECLARE
  found bytea;
BEGIN
  INSERT INTO "SuppressionKey" (pepper)
  SELECT r.pepper
  FROM (SELECT sha256(convert_to(string_agg(gen_random_uuid()::text, ''), 'UTF8')) AS pepper FROM generate_series(1, 4)) r
  WHERE NOT EXISTS (SELECT FROM "SuppressionKey")
  ON CONFLICT DO NOTHING;
  SELECT pepper INTO found FROM "SuppressionKey";
  RETURN found;
END
$$;

-- An address as nobody reads it back: keyed, and slow on purpose, since there are few phone numbers to try.
CREATE FUNCTION suppression_hash(address text)
RETURNS bytea
LANGUAGE plpgsql
AS $$
DECLARE
  pepper bytea := suppression_pepper();
  hash bytea := convert_to(address, 'UTF8');
BEGIN
  FOR n IN 1..2000 LOOP
    hash := sha256(pepper || hash);
  END LOOP;
  RETURN hash;
END
$$;

-- Since when an address wants nothing from one of ours, of which only this is known. Costs nothing where nobody was
-- erased who had opted out.
CREATE FUNCTION suppressed(contact_address text, kind text, sender text)
RETURNS "Suppression"
LANGUAGE plpgsql
AS $$
DECLARE
  found "Suppression";
BEGIN
  IF EXISTS (SELECT FROM "Suppression" s WHERE s."senderAddress" = sender AND s.channel::text = kind) THEN
    SELECT s.* INTO found FROM "Suppression" s
    WHERE s.hash = suppression_hash(contact_address) AND s.channel::text = kind AND s."senderAddress" = sender;
  END IF;
  RETURN found;
END
$$;

-- A conversation with somebody who was erased begins as the last one ended: opted out, until START. And whoever found a
-- contact that is being erased at this moment begins anew, as in refuse_erased; the lock is the one that the foreign key
-- takes anyway.
CREATE FUNCTION remember_suppression()
RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  k "Contact";
  known "Suppression";
BEGIN
  SELECT * INTO k FROM "Contact" WHERE id = NEW."contactId" FOR KEY SHARE;
  IF k."erasedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'this contact was erased' USING ERRCODE = '40001';
  END IF;
  IF NEW."optedOutAt" IS NULL AND EXISTS (SELECT FROM "Suppression") THEN
    known := suppressed(k.address, NEW.channel::text, NEW."senderAddress");
    NEW."optedOutAt" := known.since;
    NEW."optOutSource" := known.source;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER remember_suppression BEFORE INSERT ON "Conversation"
FOR EACH ROW EXECUTE FUNCTION remember_suppression();

-- As before, and also who was erased.
CREATE OR REPLACE FUNCTION phones_of_chat(chat uuid)
RETURNS TABLE (participant uuid, "optedOutAt" timestamptz)
LANGUAGE sql VOLATILE
AS $$
  SELECT p.id, coalesce(
    max(c."optedOutAt"),
    CASE WHEN count(c.id) = 0 THEN max((suppressed(p.address, p.type, o.sender)).since) END
  )
  FROM "Participant" p
  JOIN "TwilioConversation" t ON t."conversationId" = p."conversationId"
  CROSS JOIN LATERAL unnest(ARRAY[p."proxyAddress", t."messagingServiceSid"]) o (sender)
  LEFT JOIN "Contact" k ON k.address = p.address
  LEFT JOIN "Conversation" c ON c."contactId" = k.id AND c.channel::text = p.type AND c."senderAddress" = o.sender
  WHERE p."conversationId" = chat AND p."removedAt" IS NULL AND p.type IN ('SMS', 'WHATSAPP')
  GROUP BY p.id
$$;
ALTER FUNCTION is_chat_opted_out(uuid) VOLATILE;

-- What is left of the parameters of a webhook: which thing it was about, what became of it, when. Named, and not what is
-- left out: what Twilio adds one day is gone, too.
CREATE FUNCTION redact_params(params jsonb)
RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE WHEN jsonb_typeof(params) = 'object' THEN (
    SELECT coalesce(jsonb_object_agg(p.key, p.value), '{}') FROM jsonb_each(params) p
    WHERE p.key IN (
      'AccountSid', 'ApiVersion', 'CallDuration', 'CallSid', 'CallStatus', 'ChannelMetadataSid', 'ChatServiceSid',
      'ConversationSid', 'DateCreated', 'DateUpdated', 'DeliveryReceiptSid', 'Direction', 'ErrorCode', 'EventType', 'Index',
      'MessageSid', 'MessageStatus', 'MessagingServiceSid', 'NumMedia', 'NumSegments', 'OptOutType',
      'OriginalRepliedMessageSid', 'ParentCallSid', 'ParticipantSid', 'RecordingDuration', 'RecordingSid',
      'RecordingStatus', 'RetryCount', 'SequenceNumber', 'SmsMessageSid', 'SmsSid', 'SmsStatus', 'Source', 'Status',
      'Timestamp', 'Heliograph.source'
    )
  ) END
$$;

-- Whether Twilio may still be asked for a message by its text, or be given it.
CREATE FUNCTION is_open(status "MessageStatus")
RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT status IN ('PENDING', 'UNCONFIRMED', 'SCHEDULED')
$$;

-- Takes the text out of messages, and what repeats it: their parameters, and with those places, answers, forms. A message
-- whose outcome is still open stays as it is.
--
-- Returns those that changed.
CREATE FUNCTION redact_texts(ids uuid[])
RETURNS TABLE (id uuid, "conversationId" uuid)
LANGUAGE sql
AS $$
  UPDATE "Message" m
  SET body = NULL, params = redact_params(m.params), "redactedAt" = clock_timestamp(),
    "updatedAt" = greatest(clock_timestamp(), m."updatedAt" + interval '1 millisecond')
  FROM (
    SELECT o.id FROM "Message" o WHERE o.id = ANY (ids) AND o."redactedAt" IS NULL AND NOT is_open(o.status)
    ORDER BY o.id FOR NO KEY UPDATE
  ) f
  WHERE m.id = f.id
  RETURNING m.id, m."conversationId"
$$;

-- Takes the files out of messages. What no other message carries is forgotten, and its bytes are to be deleted.
--
-- Returns the messages that changed.
CREATE FUNCTION redact_media(ids uuid[])
RETURNS TABLE (id uuid, "conversationId" uuid)
LANGUAGE plpgsql
AS $$
#variable_conflict use_column
DECLARE
  messages uuid[];
  files uuid[];
BEGIN
  WITH known AS (
    SELECT d.id, d."messageId", d."fileId", d."thumbnailId"
    FROM "Media" d JOIN "Message" m ON m.id = d."messageId"
    WHERE d."messageId" = ANY (ids) AND d."removedAt" IS NULL AND NOT is_open(m.status)
    ORDER BY d.id FOR UPDATE OF d
  ), emptied AS (
    UPDATE "Media" d
    SET "fileId" = NULL, "thumbnailId" = NULL, url = NULL, fetching = false, problem = NULL, "removedAt" = clock_timestamp()
    FROM known k WHERE d.id = k.id
  ), forgotten AS (
    UPDATE "CallRecording" r SET url = '' FROM known k WHERE r."mediaId" = k.id
  )
  SELECT array_agg(DISTINCT k."messageId"),
    array_agg(DISTINCT f.id) FILTER (WHERE f.id IS NOT NULL)
  INTO messages, files
  FROM known k CROSS JOIN LATERAL unnest(ARRAY[k."fileId", k."thumbnailId"]) f (id);

  WITH deleted AS (
    DELETE FROM "StoredFile" s
    WHERE s.id = ANY (files)
      AND NOT EXISTS (SELECT FROM "Media" d WHERE d."fileId" = s.id)
      AND NOT EXISTS (SELECT FROM "Media" d WHERE d."thumbnailId" = s.id)
    RETURNING s.id
  )
  INSERT INTO "FileToDelete" (id) SELECT d.id FROM deleted d ON CONFLICT DO NOTHING;

  RETURN QUERY
  UPDATE "Message" m SET "updatedAt" = greatest(clock_timestamp(), m."updatedAt" + interval '1 millisecond')
  WHERE m.id = ANY (messages)
  RETURNING m.id, m."conversationId";
END
$$;

-- Whoever is late (a comparison with Twilio, the end of a message that was still received, an edit) brings nothing back.
CREATE FUNCTION stay_redacted()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW.body := NULL;
  NEW.params := redact_params(NEW.params);
  RETURN NEW;
END
$$;

CREATE TRIGGER stay_redacted BEFORE UPDATE OF body, params ON "Message"
FOR EACH ROW WHEN (OLD."redactedAt" IS NOT NULL)
EXECUTE FUNCTION stay_redacted();

-- What a carrier or Twilio says of it late has perhaps the number in its words.
CREATE FUNCTION stay_silent()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW."errorDetail" := NULL;
  RETURN NEW;
END
$$;

CREATE TRIGGER stay_silent BEFORE UPDATE OF "errorDetail" ON "Message"
FOR EACH ROW WHEN (OLD."redactedAt" IS NOT NULL AND NEW."errorDetail" IS NOT NULL)
EXECUTE FUNCTION stay_silent();

CREATE FUNCTION stay_removed()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW.url := NULL;
  NEW."fileId" := NULL;
  NEW."thumbnailId" := NULL;
  NEW.fetching := false;
  RETURN NEW;
END
$$;

CREATE TRIGGER stay_removed BEFORE UPDATE ON "Media"
FOR EACH ROW WHEN (OLD."removedAt" IS NOT NULL)
EXECUTE FUNCTION stay_removed();

CREATE FUNCTION stay_erased()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  NEW.address := OLD.address;
  NEW.identity := OLD.identity;
  NEW.attributes := OLD.attributes;
  RETURN NEW;
END
$$;

CREATE TRIGGER stay_erased BEFORE UPDATE ON "Participant"
FOR EACH ROW WHEN (OLD."erasedAt" IS NOT NULL)
EXECUTE FUNCTION stay_erased();

-- Who found a conversation, and waited for it while its contact was erased, must look again: then the contact is another
-- one. The code is one at which whoever writes messages begins anew (retryTransient).
CREATE FUNCTION refuse_erased()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM "Conversation" c WHERE c.id = NEW."conversationId" AND c."erasedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the contact of this conversation was erased' USING ERRCODE = '40001';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER refuse_erased BEFORE INSERT ON "Message"
FOR EACH ROW EXECUTE FUNCTION refuse_erased();

-- A report that comes late for a message of somebody who was erased has the number in its parameters. For each statement:
-- reports come in batches, and while nobody was erased this is one look at an empty index.
CREATE FUNCTION redact_late_reports()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM "Conversation" WHERE "erasedAt" IS NOT NULL) THEN
    UPDATE "StatusEvent" e SET params = redact_params(e.params)
    FROM added a
    JOIN "Message" m ON m.id = a."messageId"
    JOIN "Conversation" c ON c.id = m."conversationId"
    WHERE e.id = a.id AND c."erasedAt" IS NOT NULL AND e.params IS NOT NULL;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER redact_late_reports AFTER INSERT ON "StatusEvent"
REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION redact_late_reports();

-- As before, but a message that came before its contact was erased, and comes again, makes no new contact.
CREATE OR REPLACE FUNCTION note_contacts(messages jsonb)
RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE
  said jsonb;
BEGIN
  -- Of several, the last.
  SELECT jsonb_agg(n.note ORDER BY n.address) INTO said
  FROM (
    SELECT DISTINCT ON (m.value ->> 'contactAddress') m.value ->> 'contactAddress' AS address,
      m.value -> 'sender' || jsonb_build_object('address', m.value -> 'contactAddress') AS note
    FROM jsonb_array_elements(messages) WITH ORDINALITY m
    WHERE jsonb_typeof(jsonb_strip_nulls(m.value -> 'sender')) = 'object' AND jsonb_strip_nulls(m.value -> 'sender') <> '{}'
      AND NOT EXISTS (
        SELECT FROM "Message" k JOIN "Conversation" c ON c.id = k."conversationId"
        WHERE k.sid = m.value ->> 'sid' AND c."erasedAt" IS NOT NULL
      )
    ORDER BY m.value ->> 'contactAddress', m.ordinality DESC
  ) n;
  IF said IS NULL THEN
    RETURN messages;
  END IF;

  -- DO UPDATE and not DO NOTHING: only so the row of somebody else's transaction is waited for.
  INSERT INTO "Contact" (id, address)
  SELECT gen_random_uuid(), n.address
  FROM jsonb_to_recordset(said) n (address text)
  WHERE NOT EXISTS (SELECT 1 FROM "Contact" c WHERE c.address = n.address)
  ORDER BY n.address
  ON CONFLICT (address) DO UPDATE SET address = excluded.address;

  UPDATE "Contact" c
  SET name = CASE WHEN c.name IS NULL OR c.name = c."profileName" THEN coalesce(n."profileName", c.name) ELSE c.name END,
    "profileName" = coalesce(n."profileName", c."profileName"), city = coalesce(n.city, c.city),
    state = coalesce(n.state, c.state), zip = coalesce(n.zip, c.zip), country = coalesce(n.country, c.country),
    "updatedAt" = now()
  FROM (
    SELECT c.id AS contact, n.*
    FROM "Contact" c
    JOIN jsonb_to_recordset(said) n (address text, "profileName" text, city text, state text, zip text, country text)
      ON n.address = c.address
    WHERE (c."profileName", c.city, c.state, c.zip, c.country) IS DISTINCT FROM (
      coalesce(n."profileName", c."profileName"), coalesce(n.city, c.city), coalesce(n.state, c.state),
      coalesce(n.zip, c.zip), coalesce(n.country, c.country)
    ) OR c.name IS NULL AND n."profileName" IS NOT NULL
    ORDER BY c.address
    FOR NO KEY UPDATE OF c
  ) n
  WHERE c.id = n.contact;
  RETURN messages;
END
$$;

-- Makes a contact nobody, at once and in short: its own row, its conversations, its objections. From then on whoever
-- writes from its number is somebody new. What else is kept is gone through in pieces (erase_piece), by a job.
--
-- Returns how many of its messages are still to be sent, or may have been: then nothing is done. Null: it was erased before.
CREATE FUNCTION erase_contact(contact uuid)
RETURNS int
LANGUAGE plpgsql
AS $$
DECLARE
  k "Contact";
  open int;
  nobody text := 'erased:' || replace(gen_random_uuid()::text, '-', '');
BEGIN
  SELECT * INTO k FROM "Contact" WHERE id = contact FOR UPDATE;
  IF k."erasedAt" IS NOT NULL THEN
    RETURN NULL;
  END IF;
  PERFORM 1 FROM "Conversation" WHERE "contactId" = contact ORDER BY id FOR UPDATE;
  SELECT count(*) INTO open FROM "Message" m JOIN "Conversation" c ON c.id = m."conversationId"
  WHERE c."contactId" = contact AND is_open(m.status);
  IF open > 0 THEN
    RETURN open;
  END IF;

  IF EXISTS (SELECT FROM "Conversation" WHERE "contactId" = contact AND "optedOutAt" IS NOT NULL)
    OR EXISTS (SELECT FROM "Suppression")
  THEN
    -- Who has agreed again since an erasure before is free.
    DELETE FROM "Suppression" s USING "Conversation" c
    WHERE s.hash = suppression_hash(k.address) AND c."contactId" = contact
      AND s.channel = c.channel AND s."senderAddress" = c."senderAddress";
    INSERT INTO "Suppression" (hash, channel, "senderAddress", since, source)
    SELECT suppression_hash(k.address), c.channel, c."senderAddress", c."optedOutAt", c."optOutSource"
    FROM "Conversation" c WHERE c."contactId" = contact AND c."optedOutAt" IS NOT NULL;
  END IF;

  UPDATE "Contact"
  SET address = nobody, name = NULL, "profileName" = NULL, city = NULL, state = NULL, zip = NULL, country = NULL,
    notes = NULL, "erasedAt" = clock_timestamp()
  WHERE id = contact;
  DELETE FROM "ContactLabel" WHERE "contactId" = contact;
  UPDATE "Conversation" SET status = 'ARCHIVED', "unreadCount" = 0, "erasedAt" = clock_timestamp() WHERE "contactId" = contact;
  INSERT INTO "Erasure" ("contactId", address) VALUES (contact, k.address);
  PERFORM graphile_worker.add_job(
    'redactContact', json_build_object('contactId', contact), job_key => 'redactContact:' || contact, max_attempts => 25
  );
  RETURN 0;
END
$$;

-- A text without an address: the one of somebody who was erased.
CREATE FUNCTION without_address(text text, address text, nobody text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE WHEN text = address THEN nobody ELSE replace(replace(text, address, nobody), ltrim(address, '+'), nobody) END
$$;

-- The next of what is kept of somebody who is erased, `most` messages of it. Messages that still have their text, or their
-- number, are what is left to do, so that it goes on wherever it stopped.
--
-- Returns the messages that changed; none when all is done but for what lies elsewhere (erase_traces).
CREATE FUNCTION erase_piece(contact uuid, most int)
RETURNS TABLE (id uuid, "conversationId" uuid)
LANGUAGE plpgsql
AS $$
#variable_conflict use_column
DECLARE
  nobody text := (SELECT k.address FROM "Contact" k WHERE k.id = contact);
  known text := (SELECT e.address FROM "Erasure" e WHERE e."contactId" = contact);
  ids uuid[];
BEGIN
  SELECT array_agg(f.id) INTO ids FROM (
    SELECT m.id FROM "Message" m JOIN "Conversation" c ON c.id = m."conversationId"
    WHERE c."contactId" = contact AND (m."redactedAt" IS NULL OR known IN (m."from", m."to"))
    LIMIT most
  ) f;
  PERFORM redact_media(ids);
  UPDATE "StatusEvent" e SET params = redact_params(e.params), "rawDlrDoneDate" = NULL WHERE e."messageId" = ANY (ids);
  UPDATE "CallEvent" e SET params = redact_params(e.params)
  FROM "Call" l WHERE l."messageId" = ANY (ids) AND e."callSid" = l.sid;
  RETURN QUERY
  UPDATE "Message" m
  SET body = NULL, params = redact_params(m.params), "errorDetail" = NULL, author = NULL,
    "from" = CASE m."from" WHEN known THEN nobody ELSE m."from" END,
    "to" = CASE m."to" WHEN known THEN nobody ELSE m."to" END,
    "redactedAt" = coalesce(m."redactedAt", clock_timestamp()),
    "updatedAt" = greatest(clock_timestamp(), m."updatedAt" + interval '1 millisecond')
  WHERE m.id = ANY (ids)
  RETURNING m.id, m."conversationId";
END
$$;

-- What else has the number of somebody who is erased: notes, the ledger's words, Twilio's Conversations, events that belong
-- to no message, what workflow tools are told.
CREATE FUNCTION erase_traces(contact uuid)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  nobody text := (SELECT k.address FROM "Contact" k WHERE k.id = contact);
  known text := (SELECT e.address FROM "Erasure" e WHERE e."contactId" = contact);
  digits text := '%' || ltrim(known, '+') || '%';
  chats uuid[];
BEGIN
  IF known IS NULL THEN
    RETURN;
  END IF;
  UPDATE "ThreadEntry" t SET body = NULL, participant = NULL
  FROM "Conversation" c WHERE c.id = t."conversationId" AND c."contactId" = contact AND (t.body IS NOT NULL OR t.participant IS NOT NULL);
  UPDATE "ConsentEvent" e SET word = NULL, note = NULL
  FROM "Conversation" c WHERE c.id = e."conversationId" AND c."contactId" = contact;

  SELECT array_agg(DISTINCT p."conversationId") INTO chats FROM "Participant" p WHERE p.address = known;
  UPDATE "Message" m SET body = NULL, params = redact_params(m.params), author = nobody, "from" = CASE m."from" WHEN known THEN nobody ELSE m."from" END,
    "redactedAt" = coalesce(m."redactedAt", clock_timestamp()), "updatedAt" = greatest(clock_timestamp(), m."updatedAt" + interval '1 millisecond')
  WHERE m."conversationId" = ANY (chats) AND m.author = known;
  UPDATE "ThreadEntry" t SET participant = nobody WHERE t."conversationId" = ANY (chats) AND t.participant = known;
  UPDATE "TwilioConversation" t
  SET "friendlyName" = without_address(t."friendlyName", known, nobody), "givenName" = without_address(t."givenName", known, nobody),
    attributes = without_address(t.attributes, known, nobody)
  WHERE t."conversationId" = ANY (chats);
  UPDATE "Contact" k SET name = without_address(k.name, known, nobody)
  FROM "Conversation" c WHERE c.id = ANY (chats) AND k.id = c."contactId" AND k.name LIKE digits;
  UPDATE "Participant" p SET address = nobody, identity = NULL, attributes = NULL, "erasedAt" = clock_timestamp()
  WHERE p.address = known;

  UPDATE "StatusEvent" e SET params = redact_params(e.params) WHERE e."messageId" IS NULL AND e.params::text LIKE digits;
  UPDATE "CallEvent" e SET params = redact_params(e.params) WHERE e.params::text LIKE digits;
  UPDATE "ConversationEvent" e SET params = redact_params(e.params) WHERE e.params::text LIKE digits;
  UPDATE "WebhookDelivery" d SET "responseBody" = NULL, error = without_address(d.error, known, nobody)
  FROM "WebhookEvent" e WHERE e.id = d."eventId" AND e.data::text LIKE digits;
  UPDATE "WebhookEvent" e SET data = without_address(e.data::text, known, nobody)::jsonb WHERE e.data::text LIKE digits;
  UPDATE "Erasure" SET address = NULL, "finishedAt" = clock_timestamp() WHERE "contactId" = contact;
END
$$;

-- Notes that still have their text, oldest first.
CREATE INDEX "ThreadEntry_notes" ON "ThreadEntry" (at, id) WHERE kind = 'NOTE' AND body IS NOT NULL;

-- Whether a retention is the one of an address of ours: its own, or everybody's where it has none.
CREATE FUNCTION is_retained_by(sender text, retention text)
RETURNS boolean
LANGUAGE sql STABLE
AS $$
  SELECT CASE retention
    WHEN '' THEN sender IS NULL OR NOT EXISTS (SELECT FROM "Retention" r WHERE r.address = sender)
    ELSE sender = retention
  END
$$;

-- Takes out of the events of messages what is raw: their parameters, the carrier's dates, Twilio's words.
CREATE FUNCTION redact_events(ids uuid[])
RETURNS TABLE (id uuid, "conversationId" uuid)
LANGUAGE sql
AS $$
  UPDATE "StatusEvent" e SET params = redact_params(e.params), "rawDlrDoneDate" = NULL
  WHERE e."messageId" = ANY (ids)
    AND (e."rawDlrDoneDate" IS NOT NULL OR e.params IS DISTINCT FROM redact_params(e.params));
  UPDATE "CallEvent" e SET params = redact_params(e.params)
  FROM "Call" l
  WHERE l."messageId" = ANY (ids) AND e."callSid" = l.sid AND e.params IS DISTINCT FROM redact_params(e.params);
  UPDATE "Message" m SET "errorDetail" = NULL WHERE m.id = ANY (ids) AND m."errorDetail" IS NOT NULL
  RETURNING m.id, m."conversationId"
$$;

CREATE FUNCTION redact(what text, ids uuid[])
RETURNS TABLE (id uuid, "conversationId" uuid)
LANGUAGE plpgsql
AS $$
#variable_conflict use_column
BEGIN
  IF what = 'texts' THEN
    RETURN QUERY SELECT * FROM redact_texts(ids);
  ELSIF what = 'media' THEN
    RETURN QUERY SELECT * FROM redact_media(ids);
  ELSE
    RETURN QUERY SELECT * FROM redact_events(ids);
  END IF;
END
$$;

-- One piece of a walk through what is old, under the lock of its row: of two at once, the second one goes on behind the
-- first.
--
-- kind: texts, media, events: messages in the order in which they were due; notes; chatEvents, callEvents, strayEvents: the
--   events that belong to no message of ours
-- retention: of which address; empty for all that have none of their own
-- Returns the messages that changed, and in a row without an id how many were looked at.
CREATE FUNCTION retain_piece(kind text, retention text, most int)
RETURNS TABLE (id uuid, "conversationId" uuid, seen int)
LANGUAGE plpgsql
-- Also while the tables are small and a plan is first made: the plan stays with its connection while they grow.
SET enable_seqscan = off
SET enable_bitmapscan = off
AS $$
#variable_conflict use_column
DECLARE
  cutoff timestamptz;
  walk "RetentionWalk";
  looked int := 0;
  fit uuid[];
  held uuid[];
  fit_events bigint[];
  last_at timestamptz;
  last_id text;
BEGIN
  INSERT INTO "RetentionWalk" (what, address) VALUES (kind, retention) ON CONFLICT DO NOTHING;
  SELECT * INTO walk FROM "RetentionWalk" w WHERE w.what = kind AND w.address = retention FOR UPDATE;
  SELECT now() - make_interval(days => CASE
    WHEN kind IN ('texts', 'notes') THEN r."textDays" WHEN kind = 'media' THEN r."mediaDays" ELSE r."eventDays"
  END) INTO cutoff FROM "Retention" r WHERE r.address = retention;
  IF cutoff IS NULL THEN
    RETURN QUERY SELECT NULL::uuid, NULL::uuid, 0;
    RETURN;
  END IF;

  IF kind IN ('texts', 'media', 'events') THEN
    WITH met AS MATERIALIZED (
      SELECT m.id, m.status, m."conversationId", greatest(m."createdAt", m."sendAt") AS due FROM "Message" m
      WHERE greatest(m."createdAt", m."sendAt") >= coalesce(walk.at, '-infinity') AND greatest(m."createdAt", m."sendAt") < cutoff
        AND (walk.at IS NULL OR (greatest(m."createdAt", m."sendAt"), m.id) > (walk.at, walk."lastId"::uuid))
      ORDER BY greatest(m."createdAt", m."sendAt"), m.id LIMIT most
    ), fitting AS (
      SELECT t.id, is_open(t.status) AS open FROM met t JOIN "Conversation" c ON c.id = t."conversationId"
      WHERE is_retained_by(c."senderAddress", retention)
    )
    SELECT count(*), max(t.due), (array_agg(t.id::text ORDER BY t.due DESC, t.id DESC))[1],
      (SELECT array_agg(f.id) FROM fitting f WHERE NOT f.open OR kind = 'events'),
      (SELECT array_agg(f.id) FROM fitting f WHERE f.open AND kind <> 'events')
    INTO looked, last_at, last_id, fit, held
    FROM met t;
    INSERT INTO "RetentionHeld" ("messageId", what) SELECT h, kind FROM unnest(held) h ON CONFLICT DO NOTHING;
    -- And those that were passed while their outcome was open.
    WITH over AS (
      DELETE FROM "RetentionHeld" h USING "Message" m, "Conversation" c
      WHERE h.what = kind AND m.id = h."messageId" AND NOT is_open(m.status)
        AND c.id = m."conversationId" AND is_retained_by(c."senderAddress", retention)
        AND greatest(m."createdAt", m."sendAt") < cutoff
      RETURNING h."messageId"
    )
    SELECT fit || array_agg(o."messageId") INTO fit FROM over o;
    RETURN QUERY SELECT r.id, r."conversationId", NULL::int FROM redact(kind, fit) r;
  ELSIF kind = 'notes' THEN
    WITH met AS MATERIALIZED (
      SELECT t.id, t.at, t."conversationId" FROM "ThreadEntry" t
      WHERE t.kind = 'NOTE' AND t.body IS NOT NULL AND t.at < cutoff
        AND (walk.at IS NULL OR (t.at, t.id) > (walk.at, walk."lastId"::uuid))
      ORDER BY t.at, t.id LIMIT most
    ), redacted AS (
      UPDATE "ThreadEntry" t SET body = NULL FROM met w JOIN "Conversation" c ON c.id = w."conversationId"
      WHERE t.id = w.id AND is_retained_by(c."senderAddress", retention)
    )
    SELECT count(*), max(w.at), (array_agg(w.id::text ORDER BY w.at DESC, w.id DESC))[1] INTO looked, last_at, last_id FROM met w;
  ELSIF kind = 'chatEvents' THEN
    WITH met AS MATERIALIZED (
      SELECT e.id, e."conversationSid", e."receivedAt" FROM "ConversationEvent" e
      WHERE e.id > coalesce(walk."lastId", '0')::bigint ORDER BY e.id LIMIT most
    ), redacted AS (
      UPDATE "ConversationEvent" e SET params = redact_params(e.params)
      FROM met w LEFT JOIN "TwilioConversation" t ON t.sid = w."conversationSid" LEFT JOIN "Conversation" c ON c.id = t."conversationId"
      WHERE e.id = w.id AND w."receivedAt" < cutoff AND is_retained_by(c."senderAddress", retention)
        AND e.params IS DISTINCT FROM redact_params(e.params)
    )
    SELECT count(*), max(w."receivedAt"), max(w.id)::text INTO looked, last_at, last_id FROM met w WHERE w."receivedAt" < cutoff;
  ELSIF kind = 'callEvents' THEN
    WITH met AS MATERIALIZED (
      SELECT e.id, e."callSid", e."receivedAt" FROM "CallEvent" e
      WHERE e.id > coalesce(walk."lastId", '0')::bigint ORDER BY e.id LIMIT most
    ), redacted AS (
      UPDATE "CallEvent" e SET params = redact_params(e.params)
      FROM met w LEFT JOIN "Call" l ON l.sid = w."callSid"
      WHERE e.id = w.id AND w."receivedAt" < cutoff AND l."messageId" IS NULL AND retention = ''
        AND e.params IS DISTINCT FROM redact_params(e.params)
    )
    SELECT count(*), max(w."receivedAt"), max(w.id)::text INTO looked, last_at, last_id FROM met w WHERE w."receivedAt" < cutoff;
  ELSIF retention = '' THEN
    -- Those that wait for their message, or meant nothing of ours: few, and by an index of their own.
    UPDATE "StatusEvent" e SET params = redact_params(e.params), "rawDlrDoneDate" = NULL
    WHERE e.id IN (
      SELECT s.id FROM "StatusEvent" s
      WHERE s."messageId" IS NULL AND s."receivedAt" < cutoff
        AND (s."rawDlrDoneDate" IS NOT NULL OR s.params IS DISTINCT FROM redact_params(s.params))
      LIMIT most
    );
    GET DIAGNOSTICS looked = ROW_COUNT;
  END IF;

  UPDATE "RetentionWalk" w SET at = last_at, "lastId" = last_id
  WHERE w.what = kind AND w.address = retention AND last_id IS NOT NULL;
  RETURN QUERY SELECT NULL::uuid, NULL::uuid, looked;
END
$$;

-- How many texts a retention would take at once, counted up to a bound.
CREATE FUNCTION count_reached(retention text, days int, most int)
RETURNS int
LANGUAGE sql STABLE
AS $$
  SELECT count(*)::int FROM (
    SELECT 1 FROM "Message" m JOIN "Conversation" c ON c.id = m."conversationId"
    WHERE greatest(m."createdAt", m."sendAt") < now() - make_interval(days => days)
      AND m."redactedAt" IS NULL AND is_retained_by(c."senderAddress", retention)
    LIMIT most
  ) f
$$;
