import { useState } from 'react'

import { ChevronRight, RadioTower, Tag, UserRound } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ChannelKind } from 'types/graphql'

import { navigate } from '@redwoodjs/router'

import ChannelIcon, { channelLabel } from 'src/components/ChannelIcon'
import ChoiceList from 'src/components/ChoiceList'
import type { ListChoice } from 'src/components/ChoiceList'
import { useChannelNames } from 'src/hooks/useChannelNames'
import { useLabels } from 'src/hooks/useLabels'
import { usePlace } from 'src/hooks/usePlace'
import { useUsers } from 'src/hooks/useUsers'
import type { Folder } from 'src/lib/folders/folders'
import { inboxPath } from 'src/lib/folders/inboxPath'
import { labelStyle } from 'src/lib/labels/labelColors'
import { t } from 'src/lib/language/t'
import { userName } from 'src/lib/userName'

const KINDS: readonly ChannelKind[] = ['SMS', 'WHATSAPP', 'VOICE', 'CHAT']

type Facet = 'sender' | 'label' | 'assignee'

const FACETS: Record<Facet, { icon: LucideIcon; name: string; none: string }> =
  {
    sender: {
      icon: RadioTower,
      get name() {
        return t('Our number')
      },
      get none() {
        return t('There is one channel only.')
      },
    },
    label: {
      icon: Tag,
      get name() {
        return t('Label')
      },
      get none() {
        return t('There are no labels yet.')
      },
    },
    assignee: {
      icon: UserRound,
      get name() {
        return t('Assigned to')
      },
      get none() {
        return t('There is nobody else.')
      },
    },
  }

/** What each facet can be, once somebody asks for it. */
function useChoices(
  facet: Facet | null
): Omit<ListChoice, 'isChosen'>[] | undefined {
  const names = useChannelNames()
  const { labels } = useLabels({ skip: facet !== 'label' })
  const { users } = useUsers({ skip: facet !== 'assignee' })
  switch (facet) {
    case 'sender':
      return [...names].map(([id, name]) => ({ id, name }))
    case 'label':
      return labels?.map(({ id, name, color }) => ({
        id,
        name,
        mark: (
          <span
            style={labelStyle(color)}
            className="label-dot size-3 shrink-0 rounded-full"
          />
        ),
      }))
    case 'assignee':
      return users?.map((user) => ({ id: user.id, name: userName(user) }))
    default:
      return undefined
  }
}

interface FilterPanelProps {
  folder: Folder
  onDone: () => void
}

/** What a list can be narrowed to: a kind of channel, one of our numbers, a label, somebody. */
const FilterPanel = ({ folder, onDone }: FilterPanelProps) => {
  const place = usePlace()
  const names = useChannelNames()
  const [facet, setFacet] = useState<Facet | null>(null)
  const choices = useChoices(facet)

  const narrow = (change: Partial<typeof place>) => {
    navigate(inboxPath({ ...place, ...change }))
    onDone()
  }

  if (facet) {
    const chosen = place[facet]
    return (
      <ChoiceList
        label={FACETS[facet].name}
        placeholder={`${FACETS[facet].name}…`}
        choices={choices?.map((choice) => ({
          ...choice,
          isChosen: choice.id === chosen,
        }))}
        none={FACETS[facet].none}
        onChoose={({ id }) =>
          narrow({ [facet]: id === chosen ? undefined : id })
        }
      />
    )
  }
  const facets = (Object.keys(FACETS) as Facet[]).filter(
    (key) =>
      (key !== 'sender' || names.size > 0) &&
      // There it says itself who looks after them.
      (key !== 'assignee' ||
        (folder.inbox !== 'MINE' && folder.inbox !== 'UNASSIGNED'))
  )
  return (
    <div className="flex flex-col gap-3 p-3">
      <fieldset>
        <legend className="mb-1.5 px-1 text-sm text-ink-soft">
          {t('Channel')}
        </legend>
        <div className="grid grid-cols-2 gap-1.5">
          {KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={place.channel === kind}
              onClick={() =>
                narrow({ channel: place.channel === kind ? undefined : kind })
              }
              className="flex h-9 items-center gap-2 rounded-lg border border-line px-2.5 hover:bg-hover aria-pressed:border-signal aria-pressed:bg-signal-soft"
            >
              <span aria-hidden className="contents">
                <ChannelIcon channel={kind} />
              </span>
              {channelLabel(kind)}
            </button>
          ))}
        </div>
      </fieldset>
      <ul className="-mx-1.5 border-t border-line pt-1.5">
        {facets.map((key) => {
          const { icon: Icon, name } = FACETS[key]
          return (
            <li key={key}>
              <button
                type="button"
                onClick={() => setFacet(key)}
                className="flex w-full items-center gap-2.5 rounded-lg px-2.5 py-2 text-left hover:bg-hover"
              >
                <Icon className="size-4 text-ink-soft" aria-hidden />
                <span className="flex-1">{name}</span>
                <ChevronRight className="size-4 text-ink-faint" aria-hidden />
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

export default FilterPanel
