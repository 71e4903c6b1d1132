import { plainName } from 'src/lib/plainName'

interface Person {
  name?: string | null
  email: string
}

/** What an operator is called: by name, or else by email. */
export const userName = ({ name, email }: Person) => plainName(name) || email
