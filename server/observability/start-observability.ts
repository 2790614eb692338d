import type { MetricsOptions } from './metrics.ts'

export type ObservabilityOptions = MetricsOptions & {
  /** Undefined: nothing is counted and the package is not loaded. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined
  /** False: the packages of OpenTelemetry are not loaded. */
  readonly traces: boolean
}

/** Attaches what the settings ask for to a server that does not listen yet; the answer detaches it. */
export async function startObservability({
  metrics: address,
  traces,
  ...options
}: ObservabilityOptions): Promise<() => Promise<void>> {
  const closing: (() => unknown)[] = []
  if (traces) {
    const { startTracing } = await import('./tracing.ts')
    closing.push(startTracing(options.http).close)
  }
  if (address !== undefined) {
    const [{ createMetrics }, { startMetricsServer }] = await Promise.all([
      import('./metrics.ts'),
      import('./metrics-server.ts'),
    ])
    const metrics = createMetrics(options)
    const server = await startMetricsServer(metrics, address)
    closing.push(server.close, metrics.close)
  }
  return async () => {
    for (const close of closing) await close()
  }
}
