import { gql } from '@apollo/client'

export const SETUP = gql`
  query SetupQuery {
    setup {
      publicOrigin
      isReachable
      accountSid
      senders {
        address
        name
        kind
        urls {
          purpose
          place
          expected
          current
          state
          note
        }
      }
    }
  }
`

const SELF_TEST_FIELDS = gql`
  fragment SelfTestFields on SelfTest {
    isOver
    simulatorUrl
    message {
      id
      to
      conversation {
        id
      }
    }
    steps {
      step
      state
      at
      milliseconds
      problem
    }
  }
`

export const SELF_TEST = gql`
  query SelfTestQuery($messageId: ID!) {
    selfTest(messageId: $messageId) {
      ...SelfTestFields
    }
  }
  ${SELF_TEST_FIELDS}
`

export const START_SELF_TEST = gql`
  mutation StartSelfTestMutation($to: String!, $from: String) {
    started: startSelfTest(to: $to, from: $from) {
      ...SelfTestFields
    }
  }
  ${SELF_TEST_FIELDS}
`
