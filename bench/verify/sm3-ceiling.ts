import { sm3Quick } from '../../server/trail/sm3-quick.ts'

const ROUNDS = 50_000

/** What one core hashes in texts of that size and does nothing else, in MB a second of processor time. */
export function sm3Ceiling(bytes: number): number {
  const text = 'a'.repeat(bytes)
  const before = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round += 1) sm3Quick(text)
  const { user, system } = process.cpuUsage(before)
  return (bytes * ROUNDS) / (user + system)
}
