import type {
  FetchMediaAgainMutation,
  FetchMediaAgainMutationVariables,
} from 'types/graphql'

import { useMutation } from '@redwoodjs/web'

import { errorText } from 'src/lib/errorText'
import { t } from 'src/lib/language/t'
import { FETCH_MEDIA_AGAIN } from 'src/queries/messageMutations'

/** Tries once more to fetch a file that could not be loaded. */
const FetchAgain = ({ mediaId }: { mediaId: string }) => {
  const [fetchAgain, { loading, error }] = useMutation<
    FetchMediaAgainMutation,
    FetchMediaAgainMutationVariables
  >(FETCH_MEDIA_AGAIN, { variables: { id: mediaId } })

  return (
    <>
      <button
        type="button"
        disabled={loading}
        // What went wrong is shown, and nobody else waits for it.
        onClick={() => void fetchAgain().catch(() => {})}
        className="rounded font-medium underline underline-offset-2"
      >
        {t('Try again')}
      </button>
      {error && (
        <span role="alert" className="text-danger">
          {errorText(error)}
        </span>
      )}
    </>
  )
}

export default FetchAgain
