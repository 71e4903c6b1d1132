-- A label's conversations in the order of the list: a page of a rare label else reads and sorts all that have it, and one
-- of a frequent label walks through those that have it not. Kept by triggers, in the transaction of what changes.
ALTER TABLE "ConversationLabel"
  ADD COLUMN "status" "ConversationStatus" NOT NULL DEFAULT 'OPEN',
  ADD COLUMN "lastMessageAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

UPDATE "ConversationLabel" l SET status = c.status, "lastMessageAt" = c."lastMessageAt"
FROM "Conversation" c WHERE c.id = l."conversationId";

DROP INDEX "ConversationLabel_labelId_idx";
CREATE INDEX "ConversationLabel_order" ON "ConversationLabel" ("labelId", status, "lastMessageAt" DESC, "conversationId" DESC);

-- Under the conversation's lock: what changes it at the same time either is read here, or finds this row.
CREATE FUNCTION place_label()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  SELECT c.status, c."lastMessageAt" INTO NEW.status, NEW."lastMessageAt"
  FROM "Conversation" c WHERE c.id = NEW."conversationId" FOR SHARE;
  IF NOT FOUND THEN
    -- The foreign key says so.
    NEW.status := 'OPEN';
    NEW."lastMessageAt" := now();
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER place_label BEFORE INSERT ON "ConversationLabel"
FOR EACH ROW EXECUTE FUNCTION place_label();

CREATE FUNCTION move_labels()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE "ConversationLabel" SET status = NEW.status, "lastMessageAt" = NEW."lastMessageAt"
  WHERE "conversationId" = NEW.id;
  RETURN NULL;
END
$$;

CREATE TRIGGER move_labels AFTER UPDATE OF status, "lastMessageAt" ON "Conversation"
FOR EACH ROW WHEN ((OLD.status, OLD."lastMessageAt") IS DISTINCT FROM (NEW.status, NEW."lastMessageAt"))
EXECUTE FUNCTION move_labels();
