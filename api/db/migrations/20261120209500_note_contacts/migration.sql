-- As before; its variable must not have the name of a column, which a contact's notes are from the next migration on.

-- What messages say of who sent them. A name that a contact gave itself (WhatsApp's profile) is its name until an
-- operator gives it another, and follows the profile; what is not said (null) takes nothing away.
--
-- Goes before append_messages, `append_messages(note_contacts(messages))`: contacts are locked before conversations
-- everywhere, and only those of which something is new: most messages say what the last one said.
--
-- messages: as append_messages, those of contacts with `sender: { profileName, city, state, zip, country }`
-- Returns them as they are.
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
