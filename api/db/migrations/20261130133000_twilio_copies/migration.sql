-- What Twilio still has of what was redacted here: a message's text, its media, a call's recording. A row is written with
-- the redaction itself, by triggers, so that none is forgotten, whoever redacts; and it goes when Twilio has forgotten, too.
CREATE TABLE "TwilioCopy" (
  sid text NOT NULL,
  what text NOT NULL CHECK (what IN ('TEXT', 'MEDIA', 'RECORDING')),
  -- When Twilio is to be asked, or asked again.
  "dueAt" timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  tries int NOT NULL DEFAULT 0,
  -- Why the latest try failed; null where nobody answered.
  "errorCode" int,
  PRIMARY KEY (sid, what)
);
CREATE INDEX "TwilioCopy_dueAt_idx" ON "TwilioCopy" ("dueAt");

CREATE FUNCTION note_text_at_twilio()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO "TwilioCopy" (sid, what) VALUES (NEW.sid, 'TEXT') ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

-- Also where its SID became known after its text was gone.
CREATE TRIGGER text_at_twilio AFTER UPDATE OF "redactedAt", sid ON "Message"
FOR EACH ROW
WHEN (
  NEW."redactedAt" IS NOT NULL AND NEW.sid IS NOT NULL AND NEW.channel IN ('SMS', 'WHATSAPP')
  AND (OLD."redactedAt" IS NULL OR OLD.sid IS NULL)
)
EXECUTE FUNCTION note_text_at_twilio();

CREATE FUNCTION note_media_at_twilio()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO "TwilioCopy" (sid, what)
  SELECT m.sid, 'MEDIA' FROM "Message" m
  WHERE m.id = NEW."messageId" AND m.sid IS NOT NULL AND m.channel IN ('SMS', 'WHATSAPP')
  UNION ALL
  SELECT r.sid, 'RECORDING' FROM "CallRecording" r WHERE r."mediaId" = NEW.id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

CREATE TRIGGER media_at_twilio AFTER UPDATE OF "removedAt" ON "Media"
FOR EACH ROW
WHEN (NEW."removedAt" IS NOT NULL AND OLD."removedAt" IS NULL)
EXECUTE FUNCTION note_media_at_twilio();

-- What was redacted before.
INSERT INTO "TwilioCopy" (sid, what)
SELECT sid, 'TEXT' FROM "Message" WHERE "redactedAt" IS NOT NULL AND sid IS NOT NULL AND channel IN ('SMS', 'WHATSAPP')
UNION
SELECT m.sid, 'MEDIA' FROM "Media" d JOIN "Message" m ON m.id = d."messageId"
WHERE d."removedAt" IS NOT NULL AND m.sid IS NOT NULL AND m.channel IN ('SMS', 'WHATSAPP')
UNION
SELECT r.sid, 'RECORDING' FROM "Media" d JOIN "CallRecording" r ON r."mediaId" = d.id WHERE d."removedAt" IS NOT NULL;
