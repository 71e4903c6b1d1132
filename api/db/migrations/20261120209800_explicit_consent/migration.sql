-- What the ledger of consent keeps beside append_message's entry: the word, and the message that it came in, whose time
-- is its own. Who asks for help changes nothing, so that append_message leaves it out; nor does who says what is known
-- already, but that it was said, and when, is what a ledger is kept for (`explicit`).
CREATE OR REPLACE FUNCTION note_consent(message uuid, conversation uuid, consent jsonb)
RETURNS void
LANGUAGE sql
AS $$
  INSERT INTO "ConsentEvent" (id, "conversationId", allowed, source)
  SELECT (consent ->> 'id')::uuid, conversation, (consent ->> 'allowed')::boolean, (consent ->> 'source')::"ConsentSource"
  WHERE consent ->> 'allowed' IS NULL OR (consent ->> 'explicit')::boolean
  ON CONFLICT (id) DO NOTHING;
  UPDATE "ConsentEvent"
  SET word = consent ->> 'word', "messageId" = message, at = (SELECT "createdAt" FROM "Message" WHERE id = message)
  WHERE id = (consent ->> 'id')::uuid;
$$;
