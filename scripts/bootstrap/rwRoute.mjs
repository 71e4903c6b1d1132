// Of Prisma's commands, those that read files only.
const PRISMA_OFFLINE = new Set(['format', 'generate', 'validate', 'version'])

/** What Redwood can do with the names of sides. */
const hasSide = (words, side) =>
  words.includes(side) ||
  !words.some((word) => word === 'api' || word === 'web')

/** The arguments after the command's own name, which may come after an option. */
const without = (args, command) =>
  args.filter((_, index) => index !== args.indexOf(command))

/**
 * What `yarn rw <args>` means here.
 *
 * @param {string[]} args
 * @returns {{ to: 'build' | 'develop' | 'serve' | 'redwood', args: string[], database?: 'application' | 'test' }}
 */
export function route(args) {
  const words = args.filter((arg) => !arg.startsWith('-'))
  const [command, ...rest] = words
  if (args.includes('--help') || args.includes('-h')) {
    return { to: 'redwood', args }
  }
  switch (command) {
    case 'dev':
      return { to: 'develop', args: without(args, 'dev') }
    case 'build':
      return rest.length === 0 && args.length === 1
        ? { to: 'build', args: [] }
        : { to: 'redwood', args }
    case 'serve':
      return rest.includes('web')
        ? { to: 'redwood', args }
        : { to: 'serve', args: rest }
    case 'exec':
      return rest.length > 0 && !args.includes('--list') && !args.includes('-l')
        ? // Nothing but the script's own output; the Prisma client is looked after before.
          {
            to: 'redwood',
            args: ['exec', '--silent', '--no-prisma', ...without(args, 'exec')],
            database: 'application',
          }
        : { to: 'redwood', args }
    case 'prisma':
      return PRISMA_OFFLINE.has(rest[0])
        ? { to: 'redwood', args }
        : { to: 'redwood', args, database: 'application' }
    case 'console':
    case 'c':
      return { to: 'redwood', args, database: 'application' }
    case 'test':
      // Redwood would push schema.prisma, which knows nothing of what the migrations write in SQL. And the tests
      // empty the same tables, so never two at once.
      return hasSide(rest, 'api')
        ? {
            to: 'redwood',
            args: [...args, '--no-db-push', '--maxWorkers=1'],
            database: 'test',
          }
        : { to: 'redwood', args }
    default:
      return { to: 'redwood', args }
  }
}
