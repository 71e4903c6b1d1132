import { showKeys } from 'src/lib/commands/showKeys'

/** The keys of a command, as keys. */
const Keys = ({ keys }: { keys: string }) => (
  <span className="flex shrink-0 gap-1">
    {showKeys(keys).map((key) => (
      <kbd
        key={key}
        className="min-w-6 rounded-md border border-line bg-canvas px-1.5 text-center font-sans text-[0.8125rem] leading-6 text-ink-soft"
      >
        {key}
      </kbd>
    ))}
  </span>
)

export default Keys
