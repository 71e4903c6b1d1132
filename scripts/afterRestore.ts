import { askAfterRestore } from 'api/src/lib/reconcile/askAfterRestore'

/**
 * After a database was restored: has Twilio asked about all that waits in it, before it is sent. Workers do so by
 * themselves where they can tell, which they can't after a snapshot of the server's disk was taken back.
 */
export default async () => {
  const asked = await askAfterRestore(true)
  console.log(
    `Twilio will be asked about ${asked} messages that waited, before any of them is sent, and for what came in since.`
  )
}
