import {
  Activity,
  ListChecks,
  LogOut,
  MessageSquareText,
  Phone,
  RadioTower,
  Webhook,
} from 'lucide-react'
import { Popover } from 'radix-ui'

import { Link, routes } from '@redwoodjs/router'

import { useAuth } from 'src/auth'
import Avatar from 'src/components/Avatar'
import Button, { buttonLook } from 'src/components/Button'
import ThemeChoice from 'src/components/ThemeChoice'
import { useOperator } from 'src/hooks/useOperator'
import { client } from 'src/lib/apollo/client'

/** Who is logged in, the theme, what is not the inbox, and the way out. */
const UserMenu = () => {
  const { logOut } = useAuth()
  const { operator, isAdmin } = useOperator()
  const name = operator?.name ?? operator?.email ?? ''

  const signOut = async () => {
    await logOut()
    await client.clearStore()
  }

  return (
    <Popover.Root>
      <Popover.Trigger className="flex min-w-0 items-center gap-2.5 rounded-lg p-1 text-left hover:bg-hover xl:w-full">
        <Avatar
          id={operator?.id ?? ''}
          name={name}
          className="size-8 text-xs"
        />
        <span className="min-w-0 flex-1 truncate max-xl:sr-only">
          <span className="sr-only">Account of </span>
          {name}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Account"
          className="animate-appear z-40 flex w-64 flex-col gap-4 rounded-xl border border-line bg-raised p-4 shadow-raised"
        >
          <div>
            <p className="truncate font-semibold">{operator?.name}</p>
            <p className="truncate text-sm text-ink-soft">{operator?.email}</p>
            <p className="text-sm text-ink-soft lowercase first-letter:uppercase">
              {operator?.roles.join(', ')}
            </p>
          </div>
          <ThemeChoice />
          <Popover.Close asChild>
            <Link to={routes.cannedReplies()} className={buttonLook('quiet')}>
              <MessageSquareText className="size-4 text-ink-soft" aria-hidden />
              Canned replies
            </Link>
          </Popover.Close>
          {isAdmin && (
            <Popover.Close asChild>
              <Link to={routes.callSettings()} className={buttonLook('quiet')}>
                <Phone className="size-4 text-ink-soft" aria-hidden />
                Calls
              </Link>
            </Popover.Close>
          )}
          {isAdmin && (
            <Popover.Close asChild>
              <Link to={routes.channels()} className={buttonLook('quiet')}>
                <RadioTower className="size-4 text-ink-soft" aria-hidden />
                Channels
              </Link>
            </Popover.Close>
          )}
          {isAdmin && (
            <Popover.Close asChild>
              <Link to={routes.webhooks()} className={buttonLook('quiet')}>
                <Activity className="size-4 text-ink-soft" aria-hidden />
                Webhook health
              </Link>
            </Popover.Close>
          )}
          {isAdmin && (
            <Popover.Close asChild>
              <Link to={routes.setup()} className={buttonLook('quiet')}>
                <ListChecks className="size-4 text-ink-soft" aria-hidden />
                Setup
              </Link>
            </Popover.Close>
          )}
          {isAdmin && (
            <Popover.Close asChild>
              <Link to={routes.integrations()} className={buttonLook('quiet')}>
                <Webhook className="size-4 text-ink-soft" aria-hidden />
                Integrations
              </Link>
            </Popover.Close>
          )}
          <Button onClick={() => void signOut()}>
            <LogOut className="size-4 text-ink-soft" aria-hidden />
            Sign out
          </Button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

export default UserMenu
