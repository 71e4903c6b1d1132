/** A mirror, and the flash that it sends; the same as public/favicon.svg. */
const Logo = ({ className = 'size-8' }: { className?: string }) => (
  <svg viewBox="0 0 32 32" fill="none" aria-hidden className={className}>
    <rect width="32" height="32" rx="8" fill="#0e5f6b" />
    <circle cx="12.2" cy="19.8" r="7.2" fill="#fff" />
    <path
      d="m9 21.6 5-5M12.6 23l3-3"
      stroke="#0e5f6b"
      strokeWidth="1.8"
      strokeLinecap="round"
    />
    <path
      d="M19.6 12.4 26.4 5.6M21.8 16.6l6-1.6M15.4 10.2l1.6-6"
      stroke="#f6c453"
      strokeWidth="2.6"
      strokeLinecap="round"
    />
  </svg>
)

export default Logo
