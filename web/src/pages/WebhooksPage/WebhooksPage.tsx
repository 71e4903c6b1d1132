import { ShieldX } from 'lucide-react'

import { Link, routes } from '@redwoodjs/router'

import Placeholder from 'src/components/Placeholder'
import WebhookHealthCell from 'src/components/WebhookHealthCell'
import { useOperator } from 'src/hooks/useOperator'
import { useTitle } from 'src/hooks/useTitle'

const NotForYou = () => (
  <div className="flex w-full bg-surface">
    <Placeholder icon={ShieldX} title="This page is for administrators">
      <p>
        It shows how Twilio reaches the server.{' '}
        <Link to={routes.home()} className="text-signal underline">
          To the inbox
        </Link>
      </p>
    </Placeholder>
  </div>
)

/** How Twilio's webhooks fare, for administrators. */
const WebhooksPage = () => {
  const { isAdmin } = useOperator()
  useTitle('Webhook health')

  if (!isAdmin) {
    return <NotForYou />
  }
  return (
    <div
      id="content"
      tabIndex={-1}
      className="min-h-0 w-full overflow-y-auto bg-surface outline-none"
    >
      <div className="mx-auto flex max-w-4xl flex-col gap-6 px-8 py-6 max-md:px-4 max-md:py-4">
        <div>
          <h1 className="text-xl font-bold tracking-tight">Webhook health</h1>
          <p className="text-ink-soft">
            Whether Twilio reaches us, and what became of what it said. Looked
            up every ten seconds.
          </p>
        </div>
        <WebhookHealthCell />
      </div>
    </div>
  )
}

export default WebhooksPage
