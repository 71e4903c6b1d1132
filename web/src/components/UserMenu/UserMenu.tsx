import { Keyboard, LogOut } from 'lucide-react'

import { Link } from '@redwoodjs/router'

import { useAuth } from 'src/auth'
import Avatar from 'src/components/Avatar'
import Button from 'src/components/Button'
import LazyPopover from 'src/components/LazyPopover'
import ThemeChoice from 'src/components/ThemeChoice'
import { useOperator } from 'src/hooks/useOperator'
import { session } from 'src/lib/apollo/session'
import { commandCenter } from 'src/lib/commands/commandCenter'
import { t } from 'src/lib/language/t'
import { pagesFor } from 'src/lib/pages'

const ROW =
  'flex h-9 w-full shrink-0 items-center gap-2.5 rounded-lg px-2 hover:bg-hover'

/** Who is logged in, the theme, what is not the inbox, and the way out. */
const UserMenu = () => {
  const { logOut } = useAuth()
  const { operator, isAdmin } = useOperator()
  const name = operator?.name ?? operator?.email ?? ''

  const signOut = async () => {
    await logOut()
    session.end()
  }

  return (
    <LazyPopover
      label={t('Account')}
      className="flex max-h-(--radix-popover-content-available-height) w-72 flex-col gap-2 overflow-y-auto p-4"
      button={
        <button
          type="button"
          className="flex min-w-0 items-center gap-2.5 rounded-lg p-1 text-left hover:bg-hover xl:w-full"
        >
          <Avatar
            id={operator?.id ?? ''}
            name={name}
            className="size-8 text-xs"
          />
          <span className="min-w-0 flex-1 truncate max-xl:sr-only">
            <span className="sr-only">{t('Account of')} </span>
            {name}
          </span>
        </button>
      }
    >
      {(close) => (
        <>
          <div>
            <p className="truncate font-semibold">{operator?.name}</p>
            <p className="truncate text-sm text-ink-soft">{operator?.email}</p>
            <p className="text-sm text-ink-soft lowercase first-letter:uppercase">
              {operator?.roles.join(', ')}
            </p>
          </div>
          <ThemeChoice />
          <nav aria-label={t('Pages')} className="flex flex-col">
            {pagesFor({ isAdmin }).map(({ id, label, icon: Icon, path }) => (
              <Link key={id} to={path()} onClick={close} className={ROW}>
                <Icon className="size-4 text-ink-soft" aria-hidden />
                {label}
              </Link>
            ))}
          </nav>
          <button
            type="button"
            className={`${ROW} pointer-coarse:hidden`}
            onClick={() => {
              close()
              commandCenter.set('help')
            }}
          >
            <Keyboard className="size-4 text-ink-soft" aria-hidden />
            {t('Keyboard')}
          </button>
          <Button onClick={() => void signOut()}>
            <LogOut className="size-4 text-ink-soft" aria-hidden />
            {t('Sign out')}
          </Button>
        </>
      )}
    </LazyPopover>
  )
}

export default UserMenu
