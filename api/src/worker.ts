import { startRunner } from 'src/lib/jobs/startRunner'
import { askAfterRestore } from 'src/lib/reconcile/askAfterRestore'
import { compareActiveChats } from 'src/tasks/compareActiveChats'
import { compareChat } from 'src/tasks/compareChat'
import { compareChats } from 'src/tasks/compareChats'
import { compareDay } from 'src/tasks/compareDay'
import { confirmCall } from 'src/tasks/confirmCall'
import { confirmMessage } from 'src/tasks/confirmMessage'
import { deliverWebhook } from 'src/tasks/deliverWebhook'
import { fanOutWebhook } from 'src/tasks/fanOutWebhook'
import { fetchMedia } from 'src/tasks/fetchMedia'
import { fetchSlowMedia } from 'src/tasks/fetchSlowMedia'
import { foldCounters } from 'src/tasks/foldCounters'
import { forgetAtTwilio } from 'src/tasks/forgetAtTwilio'
import { pruneAudit } from 'src/tasks/pruneAudit'
import { pruneTally } from 'src/tasks/pruneTally'
import { pruneUploads } from 'src/tasks/pruneUploads'
import { pruneWebhooks } from 'src/tasks/pruneWebhooks'
import { reconcileStuck } from 'src/tasks/reconcileStuck'
import { redactContact } from 'src/tasks/redactContact'
import { retainMessages } from 'src/tasks/retainMessages'
import { rollUpMessages } from 'src/tasks/rollUpMessages'
import { sendMessage } from 'src/tasks/sendMessage'
import { sweep } from 'src/tasks/sweep'
import { wakeConversation } from 'src/tasks/wakeConversation'

/** One queue: the reconciler asks Twilio one thing at a time, over all processes. */
const RECONCILER_CRONTAB = `
* * * * * reconcileStuck ?queue=reconciler&jobKey=reconcileStuck&max=1
17 4 * * * compareDay ?queue=reconciler&jobKey=compareDay&max=5
*/3 * * * * compareActiveChats ?queue=reconciler&jobKey=compareActiveChats&max=1
27 4 * * * compareChats ?queue=reconciler&jobKey=compareChats&max=5
* * * * * forgetAtTwilio ?queue=reconciler&jobKey=forgetAtTwilio&max=1
`

const CRONTAB = `
47 3 * * * pruneTally
57 3 * * * pruneAudit
37 3 * * * pruneUploads
27 3 * * * pruneWebhooks
* * * * * rollUpMessages ?jobKey=rollUpMessages&max=1
*/5 * * * * sweep ?jobKey=sweep&max=1
* * * * * retainMessages ?jobKey=retainMessages&max=1
* * * * * foldCounters ?jobKey=foldCounters&max=1
`

const CONCURRENCY = 10

/** As files have: a server that never answers keeps no message waiting. */
const MEDIA_CONCURRENCY = 8
const SLOW_MEDIA_CONCURRENCY = 4

/** Outgoing webhooks have workers of their own: endpoints that never answer must not keep a message waiting. */
const WEBHOOK_CONCURRENCY = 10

/**
 * Starts a worker in this process. It finds its jobs in the database, so there can be any number of them.
 *
 * @returns what stops it, after the jobs that it has
 */
export async function startWorker(): Promise<() => Promise<void>> {
  await askAfterRestore()
  const stops = await Promise.all([
    startRunner({
      concurrency: CONCURRENCY,
      crontab: CRONTAB,
      taskList: {
        compareChat,
        foldCounters,
        pruneAudit,
        pruneTally,
        pruneUploads,
        pruneWebhooks,
        redactContact,
        retainMessages,
        rollUpMessages,
        sendMessage,
        sweep,
        wakeConversation,
      },
    }),
    startRunner({
      concurrency: 1,
      crontab: RECONCILER_CRONTAB,
      taskList: {
        compareActiveChats,
        compareChats,
        compareDay,
        confirmCall,
        confirmMessage,
        forgetAtTwilio,
        reconcileStuck,
      },
    }),
    startRunner({ concurrency: MEDIA_CONCURRENCY, taskList: { fetchMedia } }),
    startRunner({
      concurrency: SLOW_MEDIA_CONCURRENCY,
      taskList: { fetchSlowMedia },
    }),
    startRunner({
      concurrency: WEBHOOK_CONCURRENCY,
      taskList: { deliverWebhook, fanOutWebhook },
    }),
  ])
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}
