/** Whose a file is, or who wants to send it: a person or a program. */
export interface Owner {
  sentById?: string
  apiKeyId?: string
}
