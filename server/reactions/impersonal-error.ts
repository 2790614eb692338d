/** What may be kept of an error: its name and code. A message can quote a person's words. */
export function impersonalError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code)
    ? `${error.name} ${code}`
    : error.name
}
