-- Twilio tells nothing of what REST changes in its Conversations, unless the call asks for it. So a conversation that
-- another system made is looked into (compareChat): `comparedAt` is since when we have seen all of it, `silentAt` when
-- something was last found that nobody had told us.
ALTER TABLE "TwilioConversation" ADD COLUMN "comparedAt" TIMESTAMPTZ(3), ADD COLUMN "silentAt" TIMESTAMPTZ(3);

-- Has a worker look into a conversation, once however often it is asked before. Four queues, so that what is to be looked
-- into takes few of the workers who send.
CREATE FUNCTION compare_chat(chat text, service text, in_seconds float)
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    'compareChat', json_build_object('sid', chat, 'serviceSid', service), queue_name => 'chats:' || (hashtext(chat) & 3),
    run_at => now() + make_interval(secs => in_seconds), job_key => 'compareChat:' || chat,
    job_key_mode => 'preserve_run_at', max_attempts => 25
  );
END
$$;

-- The phones that take part in a conversation now, and since when each wants nothing from the address that it writes to:
-- that is kept where the ledger of consent keeps it, in our conversation of the two. A block that Advanced Opt-Out holds
-- is one of the whole Messaging Service: https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
CREATE FUNCTION phones_of_chat(chat uuid)
RETURNS TABLE (participant uuid, "optedOutAt" timestamptz)
LANGUAGE sql STABLE
AS $$
  SELECT p.id, max(c."optedOutAt")
  FROM "Participant" p
  JOIN "TwilioConversation" t ON t."conversationId" = p."conversationId"
  LEFT JOIN "Contact" k ON k.address = p.address
  LEFT JOIN "Conversation" c ON c."contactId" = k.id AND c.channel::text = p.type
    AND c."senderAddress" IN (p."proxyAddress", t."messagingServiceSid")
  WHERE p."conversationId" = chat AND p."removedAt" IS NULL AND p.type IN ('SMS', 'WHATSAPP')
  GROUP BY p.id
$$;

-- Whether all phones that take part have opted out: then nobody is there whom Twilio would let a message reach.
CREATE FUNCTION is_chat_opted_out(chat uuid)
RETURNS boolean
LANGUAGE sql STABLE
AS $$
  SELECT coalesce(bool_and("optedOutAt" IS NOT NULL), false) FROM phones_of_chat(chat)
$$;
