-- CreateEnum
CREATE TYPE "WebhookDeliveryStatus" AS ENUM ('PENDING', 'DELIVERED', 'FAILED');

-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT,
    "events" TEXT[],
    "includesBodies" BOOLEAN NOT NULL DEFAULT true,
    "isEnabled" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT,
    "secret" TEXT NOT NULL,
    "previousSecret" TEXT,
    "previousSecretUntil" TIMESTAMPTZ(3),
    "failedInRow" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookEndpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookEvent" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "messageId" UUID,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "status" "WebhookDeliveryStatus" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "attemptedAt" TIMESTAMPTZ(3),
    "nextAttemptAt" TIMESTAMPTZ(3),
    "responseStatus" INTEGER,
    "responseBody" TEXT,
    "error" TEXT,
    "durationMs" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WebhookEvent_at_idx" ON "WebhookEvent"("at");

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpointId_createdAt_id_idx" ON "WebhookDelivery"("endpointId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpointId_status_createdAt_id_idx" ON "WebhookDelivery"("endpointId", "status", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_eventId_endpointId_key" ON "WebhookDelivery"("eventId", "endpointId");

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "WebhookEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the triggers below look at first. By an index, because record_status_reports runs with enable_seqscan off: a scan
-- of the table would there be an expensive plan, and such a plan is compiled (jit) each time.
CREATE INDEX "WebhookEndpoint_enabled" ON "WebhookEndpoint" (id) WHERE "isEnabled";

-- The outbox of workflow tools: an event, and the job that hands it out, where an endpoint wants it.
--
-- By triggers, because they are in the transaction of what they tell, whoever writes it: no event is lost, and none tells
-- of what was rolled back. Where no endpoint is enabled, a statement costs one look at an empty index.
CREATE FUNCTION emit_webhook_event(type text, message uuid, data jsonb, at timestamptz)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
  event uuid;
BEGIN
  IF EXISTS (SELECT FROM "WebhookEndpoint" e WHERE e."isEnabled" AND emit_webhook_event.type = ANY (e.events)) THEN
    INSERT INTO "WebhookEvent" (id, type, "messageId", data, at)
    VALUES (gen_random_uuid(), type, message, data, at)
    RETURNING id INTO event;
    PERFORM graphile_worker.add_job('fanOutWebhook', json_build_object('eventId', event), max_attempts => 25);
  END IF;
END
$$;

-- A message as an event tells it: small, by ids, and without its text.
CREATE FUNCTION webhook_data(m "Message")
RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  SELECT jsonb_build_object(
    'messageId', m.id, 'sid', m.sid, 'conversationId', m."conversationId", 'channel', m.channel, 'direction', m.direction,
    'status', m.status, 'errorCode', m."errorCode", 'from', m."from", 'to', m."to",
    'createdAt', m."createdAt", 'updatedAt', m."updatedAt"
  )
$$;

-- For each row, under a condition that most rows don't meet: what is sent costs nothing here.
CREATE FUNCTION tell_of_received_message()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM "WebhookEndpoint" WHERE "isEnabled") THEN
    PERFORM emit_webhook_event('message.received', NEW.id, webhook_data(NEW), NEW."createdAt");
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER tell_of_received_message AFTER INSERT ON "Message"
FOR EACH ROW WHEN (NEW.status = 'RECEIVED')
EXECUTE FUNCTION tell_of_received_message();

-- For each statement: callbacks come in batches.
CREATE FUNCTION tell_of_message_statuses()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM "WebhookEndpoint" WHERE "isEnabled") THEN
    PERFORM emit_webhook_event(
      CASE m.status WHEN 'RECEIVED' THEN 'message.received' ELSE 'message.status' END, m.id,
      webhook_data(m) || jsonb_build_object('previousStatus', before.status), m."updatedAt"
    )
    FROM "Message" m
    JOIN (SELECT id, status FROM previous) before ON before.id = m.id
    JOIN (SELECT id, status FROM changed) after ON after.id = m.id
    WHERE before.status <> after.status;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER tell_of_message_statuses AFTER UPDATE ON "Message"
REFERENCING OLD TABLE AS previous NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION tell_of_message_statuses();

CREATE FUNCTION tell_of_conversation()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  IF EXISTS (SELECT FROM "WebhookEndpoint" WHERE "isEnabled") THEN
    PERFORM emit_webhook_event(
      CASE NEW.status WHEN 'OPEN' THEN 'conversation.opened' ELSE 'conversation.archived' END, NULL,
      jsonb_build_object(
        'conversationId', NEW.id, 'channel', NEW.channel, 'status', NEW.status, 'senderAddress', NEW."senderAddress",
        'contactAddress', (SELECT address FROM "Contact" WHERE id = NEW."contactId"),
        'isNew', TG_OP = 'INSERT', 'createdAt', NEW."createdAt"
      ),
      clock_timestamp()
    );
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER tell_of_new_conversation AFTER INSERT ON "Conversation"
FOR EACH ROW WHEN (NEW.status = 'OPEN')
EXECUTE FUNCTION tell_of_conversation();

CREATE TRIGGER tell_of_conversation AFTER UPDATE OF status ON "Conversation"
FOR EACH ROW WHEN (OLD.status <> NEW.status AND NEW.status IN ('OPEN', 'ARCHIVED'))
EXECUTE FUNCTION tell_of_conversation();
