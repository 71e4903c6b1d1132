import { useState } from 'react'

import type { LabelFields } from 'types/graphql'

import Button from 'src/components/Button'
import { FIELD } from 'src/components/fieldLook'
import LabelRow from 'src/components/LabelRow'
import List from 'src/components/List'
import { count as showCount } from 'src/lib/language/number'
import { t } from 'src/lib/language/t'
import { rankByName } from 'src/lib/rankByName'

/** So many are shown at first, and more with each request for more. */
const STEP = 100

/** All labels; where there are many, what is typed finds them. */
const LabelList = ({ labels }: { labels: readonly LabelFields[] }) => {
  const [typed, setTyped] = useState('')
  const [count, setCount] = useState(STEP)
  const found = rankByName(labels, typed)

  return (
    <div className="flex flex-col gap-3">
      <input
        type="search"
        data-command="search"
        aria-label={t('Find a label')}
        placeholder={t('Find a label')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setCount(STEP)
        }}
        className={`${FIELD} max-w-80`}
      />
      <List aria-label={t('Labels')} isRuled>
        {found.slice(0, count).map((label) => (
          <LabelRow key={label.id} label={label} />
        ))}
      </List>
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {found.length === 0 && t('No label has this in its name.')}
        {found.length > count &&
          t('{count} of {all} labels are shown.', {
            count,
            all: showCount(found.length),
          })}
      </p>
      {found.length > count && (
        <Button className="self-start" onClick={() => setCount(count + STEP)}>
          {t('Show more')}
        </Button>
      )}
    </div>
  )
}

export default LabelList
