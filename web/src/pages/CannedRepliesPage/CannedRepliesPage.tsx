import CannedRepliesCell from 'src/components/CannedRepliesCell'
import CannedReplyDialog from 'src/components/CannedReplyDialog'
import Page from 'src/components/Page'
import { useOperator } from 'src/hooks/useOperator'
import { t } from 'src/lib/language/t'

/** The texts that everybody inserts by their shortcuts. */
const CannedRepliesPage = () => {
  const { canWrite } = useOperator()
  return (
    <Page
      title={t('Canned replies')}
      about={t('What is written often. Type / in a message to insert one.')}
      action={canWrite && <CannedReplyDialog />}
    >
      <CannedRepliesCell />
    </Page>
  )
}

export default CannedRepliesPage
