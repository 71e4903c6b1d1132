-- One row for each statement and assignee, and not for each conversation: after an import of many, the table would be
-- a thousand pages of which all but one are empty, and each count reads them all.
CREATE FUNCTION count_new_conversations()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO "InboxCounter" ("assigneeId", open, unread, snoozed, archived)
  SELECT "assigneeId", count(*) FILTER (WHERE status = 'OPEN'),
    count(*) FILTER (WHERE status = 'OPEN' AND "unreadCount" > 0),
    count(*) FILTER (WHERE status = 'SNOOZED'), count(*) FILTER (WHERE status = 'ARCHIVED')
  FROM added GROUP BY "assigneeId";
  RETURN NULL;
END
$$;

CREATE FUNCTION count_deleted_conversations()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO "InboxCounter" ("assigneeId", open, unread, snoozed, archived)
  SELECT "assigneeId", -count(*) FILTER (WHERE status = 'OPEN'),
    -count(*) FILTER (WHERE status = 'OPEN' AND "unreadCount" > 0),
    -count(*) FILTER (WHERE status = 'SNOOZED'), -count(*) FILTER (WHERE status = 'ARCHIVED')
  FROM gone GROUP BY "assigneeId";
  RETURN NULL;
END
$$;

-- What moves a conversation stays counted row by row (count_moved_conversation): under a condition, which costs nothing
-- where nothing moves.
DROP TRIGGER count_conversation ON "Conversation";

CREATE TRIGGER count_new_conversations AFTER INSERT ON "Conversation"
REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION count_new_conversations();

CREATE TRIGGER count_deleted_conversations AFTER DELETE ON "Conversation"
REFERENCING OLD TABLE AS gone
FOR EACH STATEMENT EXECUTE FUNCTION count_deleted_conversations();

-- Once anew, for what imports have left. Nobody writes a conversation meanwhile: the new triggers have their table locked.
TRUNCATE "InboxCounter";
INSERT INTO "InboxCounter" ("assigneeId", open, unread, snoozed, archived)
SELECT "assigneeId", count(*) FILTER (WHERE status = 'OPEN'), count(*) FILTER (WHERE status = 'OPEN' AND "unreadCount" > 0),
  count(*) FILTER (WHERE status = 'SNOOZED'), count(*) FILTER (WHERE status = 'ARCHIVED')
FROM "Conversation"
GROUP BY "assigneeId";
