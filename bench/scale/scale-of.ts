import { COST, LOAD, MACHINE } from './scale-inputs.ts'

export type Scale = {
  /** Applications a year. */
  readonly yearly: number
  /** Applications a second in the busiest hour. */
  readonly peak: number
  readonly commands: number
  readonly reads: number
  /** Cores busy in the busiest hour. */
  readonly serverCores: number
  readonly postgresCores: number
  /** Through Citus's coordinator. */
  readonly citusCores: number
  /** MB/s of write-ahead log in the busiest hour, files included. */
  readonly log: number
  /** TB a year. */
  readonly rows: number
  readonly files: number
  /** PostgreSQL machines by cores, and by what can be restored in a night, with and without the files. */
  readonly byCores: number
  readonly byDisk: number
  readonly byRows: number
}

// As a run of single-row commands on Citus 13.2 had it: five times the processor time through the coordinator.
const CITUS_FACTOR = 5

const v = <Key extends string>(
  inputs: Readonly<Record<Key, { readonly value: number }>>,
  key: Key,
) => inputs[key].value

export function scaleOf(inhabitants: number): Scale {
  const yearly = inhabitants * v(LOAD, 'perInhabitant')
  const seconds = v(LOAD, 'days') * v(LOAD, 'hours') * 3_600
  const peak = (yearly / seconds) * v(LOAD, 'peak')
  const commands = peak * v(COST, 'commands')
  const reads = peak * v(COST, 'reads')
  const serverMs =
    v(COST, 'commands') * v(COST, 'serverMsCommand') +
    v(COST, 'papers') * v(COST, 'serverMsPaper') +
    v(COST, 'reads') * v(COST, 'serverMsRead')
  const postgresMs =
    v(COST, 'commands') * v(COST, 'postgresMsCommand') +
    v(COST, 'papers') * v(COST, 'postgresMsPaper') +
    v(COST, 'reads') * v(COST, 'postgresMsRead')
  const filesKb = v(COST, 'papers') * v(COST, 'paperKb') + v(COST, 'materialsKb')
  const logKb = v(COST, 'commands') * v(COST, 'logKbCommand') + filesKb
  const rows = (yearly * v(COST, 'rowsKb')) / 1e9
  const files = (yearly * filesKb) / 1e9
  const postgresCores = (peak * postgresMs) / 1_000
  const trusted = v(MACHINE, 'cores') * v(MACHINE, 'busy')
  const machines = (terabytes: number) =>
    Math.ceil((terabytes * v(MACHINE, 'years')) / v(MACHINE, 'diskTb'))
  return {
    yearly,
    peak,
    commands,
    reads,
    serverCores: (peak * serverMs) / 1_000,
    postgresCores,
    citusCores: postgresCores * CITUS_FACTOR,
    log: (peak * logKb) / 1_000,
    rows,
    files,
    byCores: Math.ceil(postgresCores / trusted),
    byDisk: machines(rows + files),
    byRows: machines(rows),
  }
}
