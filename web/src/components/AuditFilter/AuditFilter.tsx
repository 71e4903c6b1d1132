import { useState } from 'react'

import { useQuery } from '@apollo/client'
import { Search } from 'lucide-react'
import type { AuditActorsQuery, AuditActorsQueryVariables } from 'types/graphql'

import { navigate, routes } from '@redwoodjs/router'

import CustomRange from 'src/components/CustomRange'
import { FIELD } from 'src/components/fieldLook'
import { useNow } from 'src/hooks/useNow'
import { useOnChange } from 'src/hooks/useOnChange'
import { type AuditPlace, GROUPS, readDays, SPANS } from 'src/lib/audit/filter'
import { ACTIONS, actionWords, groupWords } from 'src/lib/audit/words'
import { t } from 'src/lib/language/t'
import { AUDIT_ACTORS } from 'src/queries/audit'

const SELECT = `${FIELD} !h-9 text-ink`
const LABEL = 'flex min-w-0 flex-col gap-1.5 text-sm text-ink-soft'

interface FilterProps {
  place: AuditPlace
  onGo: (next: AuditPlace) => void
}

const WhoField = ({ place, onGo }: FilterProps) => {
  const { data } = useQuery<AuditActorsQuery, AuditActorsQueryVariables>(
    AUDIT_ACTORS,
    { fetchPolicy: 'cache-and-network' }
  )
  const { userAccounts = [], apiKeys = [] } = data ?? {}
  return (
    <label className={LABEL}>
      {t('Who')}
      <select
        value={place.actor ?? ''}
        onChange={({ target }) => onGo({ actor: target.value })}
        className={SELECT}
      >
        <option value="">{t('Everybody')}</option>
        <optgroup label={t('People')}>
          {userAccounts.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {name ?? email}
            </option>
          ))}
        </optgroup>
        {apiKeys.length > 0 && (
          <optgroup label={t('API keys')}>
            {apiKeys.map(({ id, name, prefix }) => (
              <option key={id} value={id}>
                {`${name} (${prefix}…)`}
              </option>
            ))}
          </optgroup>
        )}
        {/* What an address names may be of somebody who was erased. */}
        {data &&
          place.actor &&
          ![...userAccounts, ...apiKeys].some(
            ({ id }) => id === place.actor
          ) && <option value={place.actor}>{place.actor}</option>}
      </select>
    </label>
  )
}

const WhatField = ({ place: { group, action }, onGo }: FilterProps) => {
  const actions =
    action && !ACTIONS.includes(action) ? [...ACTIONS, action] : ACTIONS
  return (
    <label className={LABEL}>
      {t('What')}
      <select
        value={action ? `action:${action}` : group ? `group:${group}` : ''}
        onChange={({ target }) => {
          const [kind, value] = target.value.split(':')
          onGo({ group: '', action: '', ...(kind && { [kind]: value }) })
        }}
        className={SELECT}
      >
        <option value="">{t('Everything')}</option>
        <optgroup label={t('By subject')}>
          {GROUPS.map((one) => (
            <option key={one} value={`group:${one}`}>
              {groupWords(one)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('One action')}>
          {actions.map((one) => (
            <option key={one} value={`action:${one}`}>
              {actionWords(one)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}

const WhenField = ({ place, onGo }: FilterProps) => {
  const now = useNow()
  const days = readDays(place, now)
  const choose = (value: string) => {
    const none = { days: '', from: '', to: '' }
    const known = days ?? readDays({ days: '7' }, now)
    onGo(
      value === 'custom'
        ? { ...none, from: known?.from, to: known?.to }
        : { ...none, days: value }
    )
  }
  return (
    <>
      <label className={LABEL}>
        {t('When')}
        <select
          value={days ? (days.span ?? 'custom') : ''}
          onChange={({ target }) => choose(target.value)}
          className={SELECT}
        >
          <option value="">{t('At any time')}</option>
          {SPANS.map((span) => (
            <option key={span} value={span}>
              {span === '1' ? t('Today') : t('{days} days', { days: span })}
            </option>
          ))}
          <option value="custom">{t('Custom')}</option>
        </select>
      </label>
      {days && !days.span && (
        <div className="col-span-full">
          <CustomRange
            range={{ ...days, days: null }}
            onChange={(range) => onGo({ days: '', ...range })}
          />
        </div>
      )}
    </>
  )
}

const SearchField = ({ place: { q = '' }, onGo }: FilterProps) => {
  const [text, setText] = useState(q)
  useOnChange(q, () => setText(q))
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onGo({ q: text.trim() })
      }}
    >
      <label className={LABEL}>
        {t('Search')}
        <span className="relative">
          <Search
            className="pointer-events-none absolute top-2.5 left-3 size-4 text-ink-faint"
            aria-hidden
          />
          <input
            type="search"
            value={text}
            maxLength={100}
            placeholder={t('A name, an e-mail address')}
            onChange={({ target }) => {
              setText(target.value)
              if (target.value === '') {
                onGo({ q: '' })
              }
            }}
            onBlur={() => text.trim() !== q && onGo({ q: text.trim() })}
            className={`${SELECT} !pl-9`}
          />
        </span>
      </label>
    </form>
  )
}

/** Whose entries, of what, and when: all of it stands in the address. */
const AuditFilter = ({ place }: { place: AuditPlace }) => {
  const go = (next: AuditPlace) => {
    const named = Object.entries({ ...place, ...next }).filter(
      ([, value]) => value
    )
    navigate(routes.audit(Object.fromEntries(named)))
  }
  const props = { place, onGo: go }
  return (
    <div className="grid grid-cols-[minmax(0,1.4fr)_repeat(3,minmax(0,1fr))] items-end gap-3 max-md:grid-cols-2 max-md:[&>:first-child]:col-span-full">
      <SearchField {...props} />
      <WhoField {...props} />
      <WhatField {...props} />
      <WhenField {...props} />
    </div>
  )
}

export default AuditFilter
