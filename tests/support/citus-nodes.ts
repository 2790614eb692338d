export type CitusNodes = {
  /** Login of a superuser on the coordinator. */
  readonly coordinator: string
  /** The same login on each worker; empty: the coordinator keeps the shards itself. */
  readonly workers: readonly string[]
}

/** `CITUS_URL` and, where there are workers, `CITUS_WORKERS=host:port,host:port` as the coordinator reaches them. */
export function citusNodes(env: NodeJS.ProcessEnv): CitusNodes | undefined {
  const coordinator = env['CITUS_URL']
  if (coordinator === undefined || coordinator === '') return undefined
  const workers = (env['CITUS_WORKERS'] ?? '').split(',').filter(Boolean)
  return {
    coordinator,
    workers: workers.map((place) => {
      const url = new URL(coordinator)
      url.host = place
      return url.toString()
    }),
  }
}
