/** The flash: so many are unread. */
const UnreadBadge = ({ count, what }: { count: number; what: string }) => (
  <span className="inline-block min-w-5 shrink-0 rounded-full bg-sun px-1.5 text-center text-xs leading-5 font-bold whitespace-nowrap text-on-sun tabular-nums">
    {count > 99 ? '99+' : count}
    <span className="sr-only"> {what}</span>
  </span>
)

export default UnreadBadge
