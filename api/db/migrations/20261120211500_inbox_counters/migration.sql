-- How many conversations the folders hold, for each assignee and for nobody's. The count is the sum of the rows: a change
-- adds a row and changes none, so that no two transactions ever wait for each other here, and what is rolled back was
-- never counted. fold_inbox_counters() makes one row for each assignee of them, once in a minute.
CREATE TABLE "InboxCounter" (
    "id" BIGSERIAL NOT NULL,
    "assigneeId" UUID,
    "open" INTEGER NOT NULL,
    "unread" INTEGER NOT NULL,
    "snoozed" INTEGER NOT NULL,
    "archived" INTEGER NOT NULL,

    CONSTRAINT "InboxCounter_pkey" PRIMARY KEY ("id")
);

-- All of it is dead once in a minute, and all of it is read by every count.
ALTER TABLE "InboxCounter" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

CREATE FUNCTION count_conversation()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO "InboxCounter" ("assigneeId", open, unread, snoozed, archived)
  SELECT c.assignee, sum(c.weight * (c.status = 'OPEN')::int), sum(c.weight * (c.status = 'OPEN' AND c.unread > 0)::int),
    sum(c.weight * (c.status = 'SNOOZED')::int), sum(c.weight * (c.status = 'ARCHIVED')::int)
  FROM (VALUES
    (-1, OLD.status, OLD."unreadCount", OLD."assigneeId"), (1, NEW.status, NEW."unreadCount", NEW."assigneeId")
  ) AS c (weight, status, unread, assignee)
  -- There is no OLD at an insert, and no NEW at a delete.
  WHERE c.status IS NOT NULL
  GROUP BY c.assignee;
  RETURN NULL;
END
$$;

CREATE TRIGGER count_conversation AFTER INSERT OR DELETE ON "Conversation"
FOR EACH ROW EXECUTE FUNCTION count_conversation();

-- Under a condition, which costs next to nothing: most messages move nothing from one folder to another.
CREATE TRIGGER count_moved_conversation AFTER UPDATE ON "Conversation"
FOR EACH ROW WHEN (
  (OLD.status, OLD."unreadCount" > 0, OLD."assigneeId") IS DISTINCT FROM (NEW.status, NEW."unreadCount" > 0, NEW."assigneeId")
)
EXECUTE FUNCTION count_conversation();

CREATE FUNCTION forget_inbox_counters()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  TRUNCATE "InboxCounter";
  RETURN NULL;
END
$$;

CREATE TRIGGER forget_inbox_counters AFTER TRUNCATE ON "Conversation"
FOR EACH STATEMENT EXECUTE FUNCTION forget_inbox_counters();

-- The same sums in fewer rows. One statement: whoever counts meanwhile sees all of the old rows or the new ones. Of two
-- at once, the second one waits and then takes only what the first one has left.
CREATE FUNCTION fold_inbox_counters()
RETURNS void
LANGUAGE sql
AS $$
  WITH taken AS (
    DELETE FROM "InboxCounter" RETURNING *
  )
  INSERT INTO "InboxCounter" ("assigneeId", open, unread, snoozed, archived)
  SELECT "assigneeId", sum(open), sum(unread), sum(snoozed), sum(archived)
  FROM taken
  GROUP BY "assigneeId"
  HAVING (sum(open), sum(unread), sum(snoozed), sum(archived)) <> (0, 0, 0, 0)
$$;

INSERT INTO "InboxCounter" ("assigneeId", open, unread, snoozed, archived)
SELECT "assigneeId", count(*) FILTER (WHERE status = 'OPEN'), count(*) FILTER (WHERE status = 'OPEN' AND "unreadCount" > 0),
  count(*) FILTER (WHERE status = 'SNOOZED'), count(*) FILTER (WHERE status = 'ARCHIVED')
FROM "Conversation"
GROUP BY "assigneeId";
