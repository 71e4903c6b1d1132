import LabelDialog from 'src/components/LabelDialog'
import LabelsCell from 'src/components/LabelsCell'
import Page from 'src/components/Page'
import { useOperator } from 'src/hooks/useOperator'
import { t } from 'src/lib/language/t'

/** What conversations and contacts are sorted by. */
const LabelsPage = () => {
  const { canWrite } = useOperator()
  return (
    <Page
      title={t('Labels')}
      about={t(
        'What conversations and contacts are sorted by. A list can be narrowed to a label.'
      )}
      action={canWrite && <LabelDialog />}
    >
      <LabelsCell />
    </Page>
  )
}

export default LabelsPage
