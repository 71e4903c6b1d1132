-- What is known of a contact from what they sent.
ALTER TABLE "Contact"
ADD COLUMN "profileName" TEXT,
ADD COLUMN "city" TEXT,
ADD COLUMN "state" TEXT,
ADD COLUMN "zip" TEXT,
ADD COLUMN "country" TEXT;

-- What becomes of a file that has to be fetched.
ALTER TABLE "Media"
ADD COLUMN "fetching" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "problem" TEXT,
ADD COLUMN "thumbnailId" UUID;

-- CreateIndex
CREATE INDEX "Media_thumbnailId_idx" ON "Media"("thumbnailId");

-- AddForeignKey
ALTER TABLE "Media" ADD CONSTRAINT "Media_thumbnailId_fkey" FOREIGN KEY ("thumbnailId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The few that are fetched: what the sweep looks for.
CREATE INDEX "Media_fetching_idx" ON "Media"("id") WHERE "fetching";

-- Has a worker fetch a message's file, in the transaction that writes the row. Eight attempts last half an hour.
CREATE FUNCTION fetch_media(media uuid)
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    'fetchMedia', json_build_object('mediaId', media), job_key => 'fetchMedia:' || media, max_attempts => 8
  );
END
$$;

-- A file that a contact sent lies at Twilio, behind our credentials, until it is deleted there: so each is fetched,
-- whoever writes its row.
CREATE FUNCTION fetch_received_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Message" WHERE id = NEW."messageId" AND direction = 'INBOUND') THEN
    NEW."fetching" := true;
    PERFORM fetch_media(NEW.id);
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER fetch_received_media BEFORE INSERT ON "Media"
FOR EACH ROW WHEN (NEW.url IS NOT NULL AND NEW."fileId" IS NULL)
EXECUTE FUNCTION fetch_received_media();

-- Those that came before; the sweep gives them their jobs.
UPDATE "Media" SET "fetching" = true
FROM "Message" m
WHERE m.id = "messageId" AND m.direction = 'INBOUND' AND "url" IS NOT NULL AND "fileId" IS NULL;

-- What messages say of who sent them. A name that a contact gave itself (WhatsApp's profile) is its name until an
-- operator gives it another, and follows the profile; what is not said (null) takes nothing away.
--
-- Goes before append_messages, `append_messages(note_contacts(messages))`: contacts are locked before conversations
-- everywhere, and only those of which something is new: most messages say what the last one said.
--
-- messages: as append_messages, those of contacts with `sender: { profileName, city, state, zip, country }`
-- Returns them as they are.
CREATE FUNCTION note_contacts(messages jsonb)
RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE
  notes jsonb;
BEGIN
  -- Of several, the last.
  SELECT jsonb_agg(n.note ORDER BY n.address) INTO notes
  FROM (
    SELECT DISTINCT ON (m.value ->> 'contactAddress') m.value ->> 'contactAddress' AS address,
      m.value -> 'sender' || jsonb_build_object('address', m.value -> 'contactAddress') AS note
    FROM jsonb_array_elements(messages) WITH ORDINALITY m
    WHERE jsonb_typeof(jsonb_strip_nulls(m.value -> 'sender')) = 'object' AND jsonb_strip_nulls(m.value -> 'sender') <> '{}'
    ORDER BY m.value ->> 'contactAddress', m.ordinality DESC
  ) n;
  IF notes IS NULL THEN
    RETURN messages;
  END IF;

  -- DO UPDATE and not DO NOTHING: only so the row of somebody else's transaction is waited for.
  INSERT INTO "Contact" (id, address)
  SELECT gen_random_uuid(), n.address
  FROM jsonb_to_recordset(notes) n (address text)
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
    JOIN jsonb_to_recordset(notes) n (address text, "profileName" text, city text, state text, zip text, country text)
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
