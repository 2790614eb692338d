import {
  buildCalendar,
  type CalendarData,
  type CalendarYear,
  type WorkingCalendar,
} from '../../domain/deadline/working-calendar.ts'
import { upcastGuide, upcastItem } from '../../domain/catalogue/upcast-guide.ts'
import type { Organisation } from '../../domain/catalogue/organisation.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from './connect.ts'

/** What everyone reads and no command writes: kept in memory, loaded at start. */
export type ReferenceData = {
  readonly calendar: WorkingCalendar
  readonly items: readonly ServiceItem[]
  readonly organisations: readonly Organisation[]
  findItem(itemId: string): ServiceItem | undefined
  getItem(itemId: string): ServiceItem
  /** The guide of exactly that version. */
  getGuide(itemId: string, version: number): ServiceGuide
  /** The newest guide in force on that day, or undefined: then nothing can be received. */
  findGuideInForce(itemId: string, on: LocalDate): ServiceGuide | undefined
  getOrganisation(organisationId: string): Organisation
  /** A year was announced: from now on everyone counts with this calendar. */
  useCalendar(calendar: WorkingCalendar): void
  /** Another server changed the catalogue or the calendar: from now on this is what counts. */
  use(source: ReferenceSource): void
}

export type ReferenceSource = {
  readonly items: readonly ServiceItem[]
  readonly guides: readonly ServiceGuide[]
  readonly organisations: readonly Organisation[]
  readonly calendar: CalendarData
}

export function referenceData(source: ReferenceSource): ReferenceData {
  let catalogue = indexed(source)
  let counting = buildCalendar(source.calendar)
  return {
    get calendar() {
      return counting
    },
    get items() {
      return catalogue.items
    },
    get organisations() {
      return catalogue.organisations
    },
    useCalendar: (next) => {
      counting = next
    },
    use: (next) => {
      catalogue = indexed(next)
      counting = buildCalendar(next.calendar)
    },
    findItem: (itemId) => catalogue.itemById.get(itemId),
    getItem: (itemId) => found(catalogue.itemById.get(itemId), itemId),
    getGuide: (itemId, version) =>
      found(catalogue.guideByVersion.get(`${itemId}@${version}`), `${itemId}@${version}`),
    findGuideInForce: (itemId, on) =>
      catalogue.guides
        .filter((guide) => guide.itemId === itemId && guide.effectiveOn <= on)
        .toSorted((a, b) => b.version - a.version)[0],
    getOrganisation: (organisationId) =>
      found(catalogue.organisationById.get(organisationId), organisationId),
  }
}

function indexed({ items, guides, organisations }: ReferenceSource) {
  return {
    items,
    guides,
    organisations,
    itemById: new Map(items.map((item) => [String(item.itemId), item])),
    guideByVersion: new Map(guides.map((guide) => [`${guide.itemId}@${guide.version}`, guide])),
    organisationById: new Map(
      organisations.map((organisation) => [String(organisation.organisationId), organisation]),
    ),
  }
}

function found<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`Unknown in the catalogue: ${name}`)
  return value
}

/** Writes the shipped catalogue where the database has none of it; published guides are never touched. */
export async function saveReferenceData(
  db: Database,
  { items, guides, organisations, calendar }: ReferenceSource,
): Promise<void> {
  const json = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value))
  await db.query(
    `insert into organisation (organisation_id, data) select * from unnest($1::text[], $2::jsonb[])
     on conflict (organisation_id) do nothing`,
    [organisations.map(({ organisationId }) => organisationId), json(organisations)],
  )
  await db.query(
    `insert into service_item (item_id, data) select * from unnest($1::text[], $2::jsonb[]) on conflict (item_id) do nothing`,
    [items.map(({ itemId }) => itemId), json(items)],
  )
  await db.query(
    `insert into service_guide (item_id, version, effective_on, data)
     select * from unnest($1::text[], $2::int[], $3::date[], $4::jsonb[]) on conflict (item_id, version) do nothing`,
    [
      guides.map(({ itemId }) => itemId),
      guides.map(({ version }) => version),
      guides.map(({ effectiveOn }) => effectiveOn),
      json(guides),
    ],
  )
  await db.query(
    `insert into calendar_year (year, provisional, data) select * from unnest($1::int[], $2::boolean[], $3::jsonb[])
     on conflict (year) do update set provisional = excluded.provisional, data = excluded.data where calendar_year.provisional`,
    [
      calendar.years.map(({ year }) => year),
      calendar.years.map(({ announced }) => !announced),
      json(calendar.years),
    ],
  )
}

export async function loadReferenceData(db: Database): Promise<ReferenceData> {
  return referenceData(await loadReferenceSource(db))
}

export async function loadReferenceSource(db: Database): Promise<ReferenceSource> {
  const [items, guides, organisations, calendar] = await Promise.all([
    db.query<{ data: ServiceItem }>('select data from service_item order by item_id'),
    db.query<{ data: ServiceGuide }>('select data from service_guide order by item_id, version'),
    db.query<{ data: Organisation }>('select data from organisation order by organisation_id'),
    loadCalendarData(db),
  ])
  const known = new Map(items.map(({ data }) => [data.itemId, upcastItem(data)]))
  return {
    items: [...known.values()],
    guides: guides.map(({ data }) => upcastGuide(data, found(known.get(data.itemId), data.itemId))),
    organisations: organisations.map(({ data }) => data),
    calendar,
  }
}

/** Every year the database has; its version names them, with ? where the year is not announced yet. */
export async function loadCalendarData(db: Database): Promise<CalendarData> {
  const rows = await db.query<{ data: CalendarYear }>(
    'select data from calendar_year order by year',
  )
  const years = rows.map(({ data }) => data)
  const version = years.map(({ year, announced }) => `${year}${announced ? '' : '?'}`).join(' ')
  return { version, years, localDays: [] }
}
