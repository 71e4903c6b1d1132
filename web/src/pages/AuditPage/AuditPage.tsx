import { useMemo } from 'react'

import { Download } from 'lucide-react'

import { useParams } from '@redwoodjs/router'

import AdminPage from 'src/components/AdminPage'
import AuditEntriesCell from 'src/components/AuditEntriesCell'
import AuditFilter from 'src/components/AuditFilter'
import { buttonLook } from 'src/components/Button'
import { useNow } from 'src/hooks/useNow'
import { toFilter } from 'src/lib/audit/filter'
import { t } from 'src/lib/language/t'

/** The same filter every minute is the same question. */
const useSteadyFilter = (place: Record<string, string | undefined>) => {
  const text = JSON.stringify(toFilter(place, useNow()))
  return useMemo(() => JSON.parse(text) as ReturnType<typeof toFilter>, [text])
}

/** Who did what to which thing, from where. */
const AuditPage = () => {
  const place = useParams() as Record<string, string | undefined>
  const filter = useSteadyFilter(place)
  const query = new URLSearchParams(filter as Record<string, string>)

  return (
    <AdminPage
      title={t('Audit log')}
      about={t(
        'Who did what, to which thing, and from where. Nobody can change it, administrators neither.'
      )}
      action={
        <a
          href={`${window.RWJS_API_URL}/audit.csv?${query}`}
          download
          className={buttonLook('quiet')}
        >
          <Download className="size-4 text-ink-soft" aria-hidden />
          <span className="max-md:sr-only">{t('Download CSV')}</span>
        </a>
      }
    >
      <AuditFilter place={place} />
      <AuditEntriesCell filter={filter} />
    </AdminPage>
  )
}

export default AuditPage
