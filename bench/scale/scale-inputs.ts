/** Where a number comes from: a run of the bench, the failover drill, the catalogue and its procedure, or our judgement. */
export type Source = 'measured' | 'assumed'

export type Input = {
  readonly value: number
  readonly unit: string
  readonly what: string
  readonly source: Source
  /** The figure of the bench to take it from, or why it is assumed so. */
  readonly from: string
}

const measured = (value: number, unit: string, what: string, from: string): Input => ({
  value,
  unit,
  what,
  source: 'measured',
  from,
})
const assumed = (value: number, unit: string, what: string, from: string): Input => ({
  value,
  unit,
  what,
  source: 'assumed',
  from,
})

/** Cost of one application, from receipt to archive. Put the last full run of the bench in here and write the document anew. */
export const COST = {
  commands: measured(12, '', 'commands', 'life: commands of a life'),
  serverMsCommand: measured(
    0.7,
    'ms',
    'server, a command',
    'life: processor time of the server, a command',
  ),
  postgresMsCommand: measured(
    1.3,
    'ms',
    'PostgreSQL, a command',
    'life: processor time of PostgreSQL, a command',
  ),
  papers: measured(7, '', 'notices and certificates', 'life, with papers: papers of a life'),
  serverMsPaper: measured(
    34,
    'ms',
    'server, a paper typeset, sealed and stored',
    'life: processor time of the server, a paper',
  ),
  postgresMsPaper: measured(11, 'ms', 'PostgreSQL, a paper stored', 'life, with papers'),
  reads: assumed(
    80,
    '',
    'pages and lists read',
    'seven people see it ten times each, and the applicant ten times',
  ),
  serverMsRead: measured(
    2.9,
    'ms',
    'server, a read',
    'mix: cores of the server by requests a second, papers included',
  ),
  postgresMsRead: measured(
    2,
    'ms',
    'PostgreSQL, a read',
    'mix: cores of PostgreSQL by requests a second',
  ),
  logKbCommand: measured(6.3, 'kB', 'write-ahead log, a command', 'life: log a command writes'),
  rowsKb: measured(
    27,
    'kB',
    'rows and indexes kept',
    'size of the made region without files, by applications',
  ),
  paperKb: measured(100, 'kB', 'a signed PDF', 'documents: size of a paper'),
  materialsKb: assumed(1_500, 'kB', 'scanned materials', 'five of 300 kB'),
} as const

export const LOAD = {
  perInhabitant: assumed(
    0.4,
    'a year',
    'applications, an inhabitant',
    'a million in three years for Aba, as the bench makes them',
  ),
  days: assumed(250, 'days', 'working days a year', 'the calendar'),
  hours: assumed(7, 'h', 'office hours a day', 'the hall'),
  peak: assumed(3, '×', 'busiest hour against the mean', 'Monday morning'),
} as const

export const PLACES = [
  { name: 'Aba Prefecture', inhabitants: 822_600 },
  { name: 'Sichuan', inhabitants: 83_674_900 },
  { name: 'the country', inhabitants: 1_411_780_000 },
] as const

/** What one machine is trusted with. */
export const MACHINE = {
  cores: assumed(32, '', 'cores of a database machine', 'a common server'),
  busy: assumed(
    0.4,
    '',
    'of them busy in the peak hour',
    'room for vacuum, backup and a dead neighbour',
  ),
  diskTb: assumed(
    8,
    'TB',
    'disk that can be backed up and restored in a night',
    'at 300 MB/s some seven hours',
  ),
  years: assumed(10, 'years', 'kept at hand', 'the archive takes them afterwards'),
} as const
