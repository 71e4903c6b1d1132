import { emptyDatabase } from 'test-support/emptyDatabase'
import { newSid, OURS, saveMessage } from 'test-support/messages'
import { v7 as uuid } from 'uuid'

import { pool } from 'src/lib/database/pool'
import type { CreatedMessage } from 'src/lib/twilio/createTwilioMessage'

import { settleAccepted } from './settleAccepted'

beforeEach(emptyDatabase)

const accepted = (): CreatedMessage => ({
  sid: newSid(),
  status: 'queued',
  from: OURS,
  numSegments: 1,
  errorCode: null,
  errorMessage: null,
})

/** Another message for the same conversation, which is not committed until `end`. */
const beginToAppend = async (contactAddress: string) => {
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query('SELECT FROM append_message($1::jsonb)', [
    JSON.stringify({
      id: uuid(),
      contactAddress,
      senderAddress: OURS,
      direction: 'INBOUND',
      channel: 'SMS',
      from: contactAddress,
      to: OURS,
      body: 'One more',
      status: 'RECEIVED',
      media: [],
    }),
  ])
  return async () => {
    await client.query('ROLLBACK')
    client.release()
  }
}

it('a send is settled while its conversation gets another message', async () => {
  const { id, to } = await saveMessage({ status: 'PENDING' })
  const end = await beginToAppend(to)
  const answer = accepted()
  // It would wait until the other ends: with others that wait the other way round, for ever.
  const settled = await settleAccepted(id, answer).finally(end)
  expect(settled).toMatchObject({ sid: answer.sid, status: 'QUEUED' })
})

it('a send that PostgreSQL ends for others is settled at the next try', async () => {
  const { id } = await saveMessage({ status: 'PENDING' })
  const answer = accepted()
  await pool.query(`
    CREATE SEQUENCE deadlocks;
    CREATE FUNCTION deadlock() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('deadlocks') = 1 THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER deadlock BEFORE UPDATE ON "Message" FOR EACH ROW EXECUTE FUNCTION deadlock()`)
  const settled = await settleAccepted(id, answer).finally(() =>
    pool.query('DROP FUNCTION deadlock CASCADE; DROP SEQUENCE deadlocks')
  )
  expect(settled).toMatchObject({ sid: answer.sid, status: 'QUEUED' })
})
