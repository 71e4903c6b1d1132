/**
 * The rows of a load, in sets. All of a row follows from its number (`n`), so that the same size is the same load again:
 * `chance` spreads numbers evenly between 0 and 1.
 */
export const FUNCTIONS = `
  CREATE FUNCTION pg_temp.chance(n bigint, salt text) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
    SELECT (hashtextextended(salt, n) & 1048575)::float8 / 1048576
  $$;
  CREATE FUNCTION pg_temp.one_of(list text[], chance float8) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT list[1 + floor(chance * cardinality(list))::int]
  $$;
  -- UUIDs as version 7 has them, in the order of their times.
  CREATE FUNCTION pg_temp.id_of(at timestamptz, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || left(m, 3) || '8' || substr(m, 4, 15))::uuid
    FROM md5(n::text) m
  $$`

export const OPERATORS = `
  INSERT INTO "User" (id, email, name, role, "hashedPassword", salt)
  SELECT gen_random_uuid(), 'load-' || n || '@example.com', 'Load ' || n, 'AGENT', '', ''
  FROM generate_series(1, 6) n
  ON CONFLICT (email) DO NOTHING`

export const LABELS = `
  INSERT INTO "Label" (id, name, key, color)
  SELECT gen_random_uuid(), 'Load ' || n, 'load ' || n, (enum_range(NULL::"LabelColor"))[1 + n % 9]
  FROM generate_series(1, 20) n
  ON CONFLICT (key) DO NOTHING`

const FIRST_NAMES = `'{Maria,José,Olga,Ahmed,Wei,Zoë,Liam,Noah,Emma,Søren,Łukasz,Nguyễn,Ayşe,Björn,Chloé,Dmitri,Fatima,Giulia,Hiro,Ines,Jonas,Kofi,Léa,Mateo,Nadia,Omar,Priya,Quinn,Rosa,Tomás}'::text[]`
const LAST_NAMES = `'{García,Müller,Okafor,Smith,Johnson,Nguyen,Kowalska,Ivanova,Şahin,Jensen,Rossi,Dubois,Silva,Tanaka,Chen,Haddad,Mensah,Novák,Larsen,Weber,Brown,Davis,Costa,Fischer,Moreau,Patel,Quigley,Ramos,Sato,Underwood}'::text[]`

/** $1: how many. Every fifth contact has no name. */
export const CONTACTS = `
  INSERT INTO "Contact" (id, address, name, "createdAt")
  SELECT gen_random_uuid(), '+1' || 2000000000 + n * 7919 % 7999999993,
    CASE WHEN pg_temp.chance(n, 'named') < 0.8 THEN concat_ws(
      ' ', pg_temp.one_of(${FIRST_NAMES}, pg_temp.chance(n, 'first')), pg_temp.one_of(${LAST_NAMES}, pg_temp.chance(n, 'last'))
    ) END,
    now() - interval '1 year'
  FROM generate_series(1::bigint, $1) n`

/** $1: how many, $2: our addresses. Two thirds are archived, a fifth of the open ones unread, half of them somebody's. */
export const CONVERSATIONS = `
  WITH people AS (
    SELECT array_agg(id ORDER BY email) AS ids FROM "User"
  )
  INSERT INTO "Conversation" (
    id, "contactId", channel, "senderAddress", status, "snoozedUntil", "assigneeId", "unreadCount", "createdAt", "lastMessageAt"
  )
  SELECT pg_temp.id_of(now() - interval '1 year', n), ct.id,
    (CASE WHEN pg_temp.chance(n, 'channel') < 0.75 THEN 'SMS' ELSE 'WHATSAPP' END)::"ChannelKind",
    pg_temp.one_of($2::text[], pg_temp.chance(n, 'sender') ^ 2), status::"ConversationStatus",
    CASE WHEN status = 'SNOOZED' THEN now() + interval '1 day' + pg_temp.chance(n, 'until') * interval '30 days' END,
    CASE WHEN pg_temp.chance(n, 'assigned') < 0.5
      THEN people.ids[1 + floor(pg_temp.chance(n, 'assignee') * cardinality(people.ids))::int] END,
    CASE WHEN status = 'OPEN' AND pg_temp.chance(n, 'unread') < 0.2 THEN 1 ELSE 0 END,
    now() - interval '1 year', now() - interval '1 year'
  FROM generate_series(1::bigint, $1) n
  JOIN "Contact" ct ON ct.address = '+1' || 2000000000 + n * 7919 % 7999999993
  CROSS JOIN people
  CROSS JOIN LATERAL (
    SELECT CASE WHEN pg_temp.chance(n, 'status') < 0.3 THEN 'OPEN' WHEN pg_temp.chance(n, 'status') < 0.33 THEN 'SNOOZED' ELSE 'ARCHIVED' END AS status
  ) s`

/** The conversations of the load by their numbers, for as long as it is written. */
export const NUMBERS = `
  CREATE TEMP TABLE load_conversation AS
  SELECT n, c.id, c.channel, c."senderAddress", ct.address
  FROM generate_series(1::bigint, $1) n
  JOIN "Contact" ct ON ct.address = '+1' || 2000000000 + n * 7919 % 7999999993
  JOIN "Conversation" c ON c."contactId" = ct.id;
`

/**
 * $1: texts, $2: the number of the first, $3: of all messages, $4: of conversations, $5: of those of the longest
 * conversation. They are spread over the year that ends now, in the order of their numbers.
 */
export const MESSAGES = `
  INSERT INTO "Message" (
    id, sid, "conversationId", direction, channel, "from", "to", body, "numSegments", status, "errorCode",
    "createdAt", "updatedAt", "sentAt", "deliveredAt"
  )
  SELECT pg_temp.id_of(at, texts.n), 'SM' || md5('load ' || texts.n), l.id, direction::"MessageDirection", l.channel,
    CASE direction WHEN 'INBOUND' THEN l.address ELSE l."senderAddress" END,
    CASE direction WHEN 'INBOUND' THEN l."senderAddress" ELSE l.address END,
    body, 1, status::"MessageStatus", CASE status WHEN 'UNDELIVERED' THEN 30003 END, at, at,
    CASE WHEN direction = 'OUTBOUND' THEN at END, CASE WHEN status = 'DELIVERED' THEN at END
  FROM (
    SELECT body, $2::bigint + ord AS n, now() - interval '1 year' * (1 - ($2::bigint + ord)::float8 / ($3::bigint + 1)) AS at
    FROM unnest($1::text[]) WITH ORDINALITY AS t (body, ord)
  ) AS texts
  JOIN load_conversation l ON l.n = CASE
    WHEN texts.n <= $4 THEN texts.n
    WHEN pg_temp.chance(texts.n, 'longest') < $5::float8 / greatest(1, $3::bigint - $4) THEN 1
    -- Some write much, most write little.
    ELSE 2 + floor(($4 - 1) * pg_temp.chance(texts.n, 'who') ^ 1.5)::int
  END
  CROSS JOIN LATERAL (
    SELECT CASE WHEN texts.n <= $4 OR pg_temp.chance(texts.n, 'direction') < 0.5 THEN 'INBOUND' ELSE 'OUTBOUND' END AS direction
  ) d
  CROSS JOIN LATERAL (
    SELECT CASE WHEN direction = 'INBOUND' THEN 'RECEIVED' WHEN pg_temp.chance(texts.n, 'status') < 0.01 THEN 'UNDELIVERED' ELSE 'DELIVERED' END AS status
  ) s
  ORDER BY texts.n`

/** What the conversations show of their messages. */
export const LAST_MESSAGES = `
  UPDATE "Conversation" c
  SET "lastMessageId" = latest.id, "lastMessageAt" = latest."createdAt", "messageCount" = latest.count
  FROM (
    SELECT DISTINCT ON (m."conversationId") m."conversationId", m.id, m."createdAt",
      count(*) OVER (PARTITION BY m."conversationId") AS count
    FROM "Message" m JOIN load_conversation l ON l.id = m."conversationId"
    ORDER BY m."conversationId", m."createdAt" DESC
  ) AS latest
  WHERE c.id = latest."conversationId"`

/** Some labels are on many conversations, some on few. */
export const LABELED = `
  WITH labels AS (
    SELECT array_agg(id ORDER BY name) AS ids FROM "Label"
  )
  INSERT INTO "ConversationLabel" ("conversationId", "labelId")
  SELECT l.id, labels.ids[1 + floor(pg_temp.chance(l.n, 'label') ^ 3 * cardinality(labels.ids))::int]
  FROM load_conversation l CROSS JOIN labels
  WHERE pg_temp.chance(l.n, 'labeled') < 0.2
  ON CONFLICT DO NOTHING`
