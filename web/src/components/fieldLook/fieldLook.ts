export const LABEL = 'font-medium'

export const FIELD =
  'h-10 w-full rounded-lg border border-edge bg-surface px-3 placeholder:text-ink-faint focus:border-signal focus:ring-1 focus:ring-signal focus:outline-none aria-[invalid=true]:border-danger'

export const FIELD_ERROR = 'text-sm text-danger'
