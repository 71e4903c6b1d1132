/**
 * Whether PostgreSQL refused a statement for what it contains (class 22: data exception, 23: integrity constraint, 54:
 * larger than an index or a row can hold), and not because it is away, busy or shutting down:
 * https://www.postgresql.org/docs/17/errcodes-appendix.html
 */
export const isValueError = (error: unknown) =>
  /^(22|23|54)/.test(String((error as { code?: unknown }).code))
