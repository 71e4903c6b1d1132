import type { ContactQuery } from 'types/graphql'

import Fact from 'src/components/Fact'
import { describePlace } from 'src/lib/describePlace'
import { t } from 'src/lib/language/t'

type Known = NonNullable<ContactQuery['conversation']>['contact']

/** What the contact's own messages say of it. */
const ContactFacts = ({ contact }: { contact: Known }) => {
  const place = describePlace(contact)
  const { profileName, name } = contact
  return (
    <>
      {place && <Fact label={t('Number from')}>{place}</Fact>}
      {profileName && profileName !== name && (
        <Fact label={t('On WhatsApp')}>
          <bdi>{profileName}</bdi>
        </Fact>
      )}
    </>
  )
}

export default ContactFacts
