import { test } from 'vitest'
import { ABA_CALENDAR } from '../../catalogue/aba/load-calendar.ts'
import { INVARIANTS } from '../testing/random/invariants.ts'
import { liveRandomly } from '../testing/random/live-randomly.ts'
test('scratch', () => {
  const seen: Record<string, number> = {}
  let t0 = performance.now()
  const lives = Array.from({length: 400}, (_, seed) => liveRandomly(seed, 10 + (seed % 60), ABA_CALENDAR))
  console.log('live', performance.now() - t0, lives.reduce((n, l) => n + l.moves.length, 0), lives.reduce((n, l) => n + l.attempts.length, 0))
  for (const [sentence, brokenBy] of Object.entries(INVARIANTS)) {
    t0 = performance.now()
    for (const life of lives) if (brokenBy(life).length) seen[sentence] = (seen[sentence] ?? 0) + 1
    console.log(Math.round(performance.now() - t0), sentence)
  }
  console.log(seen)
})
