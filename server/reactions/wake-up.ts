export type WakeUp = {
  /** Answers after `atMostMs` milliseconds, or at once when something woke it since the last wait. */
  readonly wait: () => Promise<void>
  readonly wake: () => void
}

/** A sleep that can be ended, and that remembers having been ended while nobody slept. */
export function createWakeUp(atMostMs: number): WakeUp {
  let isWoken = false
  let end: (() => void) | undefined

  return {
    wake: () => {
      isWoken = true
      end?.()
    },
    wait: () =>
      new Promise((resolve) => {
        const timer = setTimeout(done, atMostMs)
        function done(): void {
          clearTimeout(timer)
          end = undefined
          isWoken = false
          resolve()
        }
        end = done
        if (isWoken) done()
      }),
  }
}
