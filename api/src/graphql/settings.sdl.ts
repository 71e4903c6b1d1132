export const schema = gql`
  enum Theme {
    SYSTEM
    LIGHT
    DARK
  }

  enum Density {
    COMFORTABLE
    COMPACT
  }

  "How somebody wants the page to be, in whichever browser."
  type UserSettings {
    theme: Theme!
    "Enter sends; otherwise it begins a new line, and with Cmd or Ctrl it sends."
    sendsOnEnter: Boolean!
    density: Density!
    "Of the times that are shown, such as Europe/Berlin; null for the browser's."
    timeZone: String
    "As BCP 47 has it, such as en or de-AT; null for the browser's."
    language: String
    sound: Boolean!
    desktopNotifications: Boolean!
    "Single keys do something while nobody writes (WCAG 2.1.4 wants a way to turn them off)."
    keyboardShortcuts: Boolean!
    "Whose messages are not notified of. Mentions always are."
    mutedFolders: [InboxFolder!]!
  }

  "What is left out stays as it is; null is as it comes."
  input UserSettingsInput {
    theme: Theme
    sendsOnEnter: Boolean
    density: Density
    timeZone: String
    language: String
    sound: Boolean
    desktopNotifications: Boolean
    keyboardShortcuts: Boolean
    mutedFolders: [InboxFolder!]
  }

  type User {
    "One's own; null for everybody else."
    settings: UserSettings
  }

  type Mutation {
    "Names who asks, as colleagues see it; an empty name takes the name away, none leaves it."
    updateMe(name: String): User! @requireAuth
    updateSettings(settings: UserSettingsInput!): User! @requireAuth
  }
`
