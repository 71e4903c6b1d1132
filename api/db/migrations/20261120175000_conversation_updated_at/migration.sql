-- Clients tell a newer state of a conversation from an older one by it, so it strictly increases, whoever writes.
CREATE FUNCTION touch_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."updatedAt" := greatest(clock_timestamp(), OLD."updatedAt" + interval '1 millisecond');
  RETURN NEW;
END
$$;

CREATE TRIGGER touch_conversation BEFORE UPDATE ON "Conversation"
FOR EACH ROW EXECUTE FUNCTION touch_conversation();
