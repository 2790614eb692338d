import { parseArgs } from 'node:util'

export type Victim = 'server' | 'postgres' | 'both'
const VICTIMS: readonly string[] = ['server', 'postgres', 'both'] satisfies Victim[]

export type KillOptions = {
  readonly kills: number
  /** `both`: server and database at the same instant, as when the machine falls over. */
  readonly victim: Victim
  /** Seconds of load between an answer after one kill and the next kill. */
  readonly secondsBetween: readonly [least: number, most: number]
  readonly clients: number
  readonly seed: number
  /** Seconds after which the whole run is given up. */
  readonly patience: number
  /** Keep the scratch data afterwards; a failed run always keeps it. */
  readonly keep: boolean
}

export const USAGE =
  'npm run kill -- [--kills 20] [--victim server|postgres|both] [--seconds-between 1..4] ' +
  '[--clients 8] [--seed N] [--patience 300] [--keep]'

/** Undefined: the arguments make no sense. */
export function readOptions(args: readonly string[]): KillOptions | undefined {
  const given = parsed(args)
  if (given === undefined) return undefined
  const between = /^(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)$/.exec(given['seconds-between'])
  const secondsBetween = [Number(between?.[1]), Number(between?.[2])] as const
  const options = {
    kills: Number(given.kills),
    victim: given.victim as Victim,
    secondsBetween,
    clients: Number(given.clients),
    seed: given.seed === undefined ? Date.now() % 1_000_000 : Number(given.seed),
    patience: Number(given.patience),
    keep: given.keep,
  }
  const counts = [options.kills, options.clients, options.seed, options.patience]
  const makesSense =
    counts.every((count) => Number.isInteger(count) && count >= 0) &&
    options.clients > 0 &&
    VICTIMS.includes(options.victim) &&
    secondsBetween[0] <= secondsBetween[1]
  return makesSense ? options : undefined
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        kills: { type: 'string', default: '20' },
        victim: { type: 'string', default: 'server' },
        'seconds-between': { type: 'string', default: '1..4' },
        clients: { type: 'string', default: '8' },
        seed: { type: 'string' },
        patience: { type: 'string', default: '300' },
        keep: { type: 'boolean', default: false },
      },
    }).values
  } catch {
    return undefined
  }
}
