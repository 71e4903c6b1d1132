import { gql } from '@apollo/client'

export const SENDER_FORECAST = gql`
  query SenderForecastQuery($sender: String!) {
    senderForecast(sender: $sender) {
      sender
      waitingSegments
      secondsToDrain
      queueSegments
    }
  }
`
