-- Search: words of messages by full text, parts of names and numbers by trigrams. Both extensions are trusted ones: who
-- owns the database may create them, without being a superuser.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- A text as it is searched: words without case and accents, with one space between them. What separates words is named
-- by its code points (ASCII's and Latin-1's signs, punctuation, symbols, emoji) and not by a class of characters, since
-- what the classes hold depends on the server's locale; under C, PostgreSQL's own parser takes a quotation mark for a
-- letter. Nothing is left that the parser could read as an address, a tag or a number with a sign.
--
-- unaccent() is only STABLE because its dictionary can be replaced; with the dictionary's name it is safe to index.
CREATE FUNCTION search_text(text text)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
  SELECT btrim(regexp_replace(
    lower(public.unaccent('public.unaccent'::regdictionary, normalize(text, NFKC))),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\ue000-\uf8ff\ufe00-\ufe0f\ufe30-\ufe6f\ufff0-\uffff\U0001f000-\U0001faff\U000e0000-\U000e0fff]+',
    ' ', 'g'
  ))
$$;

-- The words of a message; of a text that is longer than any of Twilio's, those of its beginning: a tsvector has a megabyte
-- at most, and no text may be one that can't be written.
CREATE FUNCTION message_words(body text)
RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
  SELECT to_tsvector('pg_catalog.simple', search_text(left(body, 100000)))
$$;

-- What to look for: all of the parts, each a word or a phrase; the last one may be the beginning of a word that is
-- still being typed. Null where nothing of it is a word.
CREATE FUNCTION search_query(parts text[], is_typing boolean)
RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
  SELECT string_agg(
    '(' || query || CASE WHEN is_typing AND ord = cardinality(parts) THEN ':*' ELSE '' END || ')', ' & ' ORDER BY ord
  )::tsquery
  FROM (
    SELECT phraseto_tsquery('pg_catalog.simple', search_text(part))::text AS query, ord
    FROM unnest(parts) WITH ORDINALITY AS p (part, ord)
    WHERE search_text(part) <> ''
  ) AS queries
$$;

-- A table of its own, which is written once: in "Message", each status of a message makes a new version of its row, and
-- each version would be indexed word by word.
CREATE TABLE "MessageWords" (
    "messageId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "words" TSVECTOR NOT NULL,

    CONSTRAINT "MessageWords_pkey" PRIMARY KEY ("messageId")
);

INSERT INTO "MessageWords" ("messageId", "conversationId", "at", "words")
SELECT id, "conversationId", "createdAt", message_words(body) FROM "Message"
WHERE body IS NOT NULL AND "removedAt" IS NULL AND message_words(body) <> '';

ALTER TABLE "MessageWords" ADD CONSTRAINT "MessageWords_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A conversation's messages from the newest on, for words that are everywhere.
CREATE INDEX "MessageWords_conversationId_at_idx" ON "MessageWords" ("conversationId", "at" DESC);

-- And the messages of a rare word. Without fastupdate: its list of what is pending would be read by every search, and
-- emptied now and then by whoever happens to write.
CREATE INDEX "MessageWords_words_idx" ON "MessageWords" USING gin ("words") WITH (fastupdate = off);

CREATE FUNCTION keep_message_words()
RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  found tsvector := CASE WHEN NEW."removedAt" IS NULL THEN message_words(NEW.body) END;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM "MessageWords" WHERE "messageId" = NEW.id;
  END IF;
  IF found <> '' THEN
    INSERT INTO "MessageWords" ("messageId", "conversationId", "at", "words")
    VALUES (NEW.id, NEW."conversationId", NEW."createdAt", found);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER keep_message_words AFTER INSERT ON "Message"
FOR EACH ROW WHEN (NEW.body IS NOT NULL)
EXECUTE FUNCTION keep_message_words();

-- Edited, removed or redacted.
CREATE TRIGGER renew_message_words AFTER UPDATE OF body, "removedAt" ON "Message"
FOR EACH ROW WHEN (
  (OLD.body, OLD."removedAt", OLD."createdAt") IS DISTINCT FROM (NEW.body, NEW."removedAt", NEW."createdAt")
)
EXECUTE FUNCTION keep_message_words();

-- The blank makes the beginnings of words findable by trigrams, also those of one letter.
ALTER TABLE "Contact" ADD COLUMN "searchName" TEXT GENERATED ALWAYS AS (' ' || search_text(name)) STORED;

CREATE INDEX "Contact_searchName_idx" ON "Contact" USING gin ("searchName" gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX "Contact_address_idx" ON "Contact" USING gin (address gin_trgm_ops) WITH (fastupdate = off);

-- What the list is filtered by, in its order: else a page of a channel that is seldom used walks all the others.
CREATE INDEX "Conversation_channel_status_lastMessageAt_id_idx" ON "Conversation" (channel, status, "lastMessageAt" DESC, id DESC);
