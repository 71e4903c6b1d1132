-- A phrase of words that are everywhere is found by its pairs of neighbours, which are in the index beside the words. The
-- index else gives each message that has both words somewhere, and each of those is read to see whether they stand
-- together: of a million messages, 50,000 for "the your".
--
-- Only short pairs are kept, since what is frequent is short in every language; all pairs would make the index eight
-- times as large (measured). And only those of words that PostgreSQL's parser reads as one each, whatever the locale
-- takes for a letter: so two such words are neighbours if, and only if, their pair is there. A pair begins with a blank,
-- so that no beginning of a word finds it.
--
-- text: as search_text leaves it
CREATE FUNCTION word_pairs(text text)
RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT
AS $$
DECLARE
  word text;
  -- Null where there is none, or none that could be half of a pair.
  previous text;
  pairs text[] := '{}';
BEGIN
  FOREACH word IN ARRAY string_to_array(text, ' ') LOOP
    IF length(word) > 9 OR NOT (
      word ~ '^[a-z0-9]+$' OR to_tsvector('pg_catalog.simple', word)::text = quote_literal(word) || ':1'
    ) THEN
      previous := NULL;
      CONTINUE;
    END IF;
    IF length(previous) + length(word) <= 10 THEN
      pairs := pairs || (' ' || previous || ' ' || word);
    END IF;
    previous := word;
  END LOOP;
  RETURN pairs;
END
$$;

-- Of a text that is longer than any of Twilio's, the beginning: with its pairs, it must fit into a megabyte.
CREATE OR REPLACE FUNCTION message_words(body text)
RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
  SELECT to_tsvector('pg_catalog.simple', text) || array_to_tsvector(word_pairs(text))
  FROM (SELECT search_text(left(body, 50000)) AS text OFFSET 0) AS searched
$$;

-- A word or a phrase, as search_text leaves it, as what is looked for in the index; the last word of it may go on. A
-- phrase of two words is its pair, if that is kept; of any other one, that the words stand in this order is left to be
-- seen in what has its pairs.
--
-- is_estimate: for PostgreSQL's thoughts about how frequent that is, which take a phrase for words anywhere in the
--   message: without what the pairs say already
CREATE FUNCTION search_part(part text, is_typing boolean, is_estimate boolean)
RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
  SELECT CASE
    WHEN pairs = '{}' THEN '(' || phrase || ')'
    WHEN NOT is_typing AND length(part) - length(replace(part, ' ', '')) = cardinality(pairs)
      AND (is_estimate OR cardinality(pairs) = 1) THEN together
    ELSE together || ' & (' || phrase || ')'
  END
  FROM (
    SELECT phraseto_tsquery('pg_catalog.simple', part)::text || CASE WHEN is_typing THEN ':*' ELSE '' END AS phrase,
      -- The word that may go on is half of pairs that nobody knows yet.
      word_pairs(CASE WHEN is_typing THEN regexp_replace(part, '(^| )[^ ]*$', '') ELSE part END) AS pairs
  ) AS read
  CROSS JOIN LATERAL (
    SELECT string_agg(quote_literal(pair), ' & ') AS together FROM unnest(pairs) AS pair
  ) AS named
$$;

DROP FUNCTION search_query(text[], boolean);

-- What to look for: all of the parts, each a word or a phrase; the last one may be the beginning of a word that is still
-- being typed. Null where nothing of it is a word.
CREATE FUNCTION search_query(parts text[], is_typing boolean, is_estimate boolean)
RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
  SELECT string_agg(
    search_part(search_text(part), is_typing AND ord = cardinality(parts), is_estimate), ' & ' ORDER BY ord
  )::tsquery
  FROM unnest(parts) WITH ORDINALITY AS p (part, ord)
  WHERE phraseto_tsquery('pg_catalog.simple', search_text(part))::text <> ''
$$;

DROP INDEX "MessageWords_words_idx";

UPDATE "MessageWords" w SET words = w.words || array_to_tsvector(pairs)
FROM "Message" m CROSS JOIN LATERAL word_pairs(search_text(left(m.body, 50000))) AS pairs
WHERE m.id = w."messageId" AND pairs <> '{}';

CREATE INDEX "MessageWords_words_idx" ON "MessageWords" USING gin (words) WITH (fastupdate = off);

-- How frequent a pair is decides how it is looked for.
ANALYZE "MessageWords";
