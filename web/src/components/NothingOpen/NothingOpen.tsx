import Logo from 'src/components/Logo'

const NothingOpen = () => (
  <div className="m-auto flex flex-col items-center gap-4 p-8 text-center text-ink-soft">
    <Logo className="size-14 opacity-90" />
    <p>Choose a conversation, or start a new one.</p>
  </div>
)

export default NothingOpen
