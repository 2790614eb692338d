import {
  buildCalendar,
  type CalendarData,
  type CalendarYear,
  type WorkingCalendar,
} from '../../domain/deadline/working-calendar.ts'
import type { Organisation } from '../../domain/catalogue/organisation.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import { upcastGuide, upcastItem } from '../../domain/catalogue/upcast-guide.ts'
import { inForceOn } from '../../domain/catalogue/versions/in-force.ts'
import { firstVersion, type ItemVersion } from '../../domain/catalogue/versions/item-version.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Database } from './connect.ts'

/** What everyone reads and no command writes: kept in memory, loaded at start. */
export type ReferenceData = {
  readonly calendar: WorkingCalendar
  /** As they are today: at midnight the versions whose day has come take over by themselves. */
  readonly items: readonly ServiceItem[]
  readonly organisations: readonly Organisation[]
  findItem(itemId: string): ServiceItem | undefined
  getItem(itemId: string): ServiceItem
  findItemInForce(itemId: string, on: LocalDate): ServiceItem | undefined
  /** Every version of the item, oldest first; empty: no such item. */
  itemVersions(itemId: string): readonly ItemVersion[]
  /** Every version of the item's guide, oldest first. */
  guideVersions(itemId: string): readonly ServiceGuide[]
  /** The guide of exactly that version. */
  getGuide(itemId: string, version: number): ServiceGuide
  /** The newest guide in force on that day, or undefined: then nothing can be received. */
  findGuideInForce(itemId: string, on: LocalDate): ServiceGuide | undefined
  getOrganisation(organisationId: string): Organisation
  /** Whose day `items` and `getItem` go by; the day in China by default. */
  followDay(today: () => LocalDate): void
  /** A year was announced: from now on everyone counts with this calendar. */
  useCalendar(calendar: WorkingCalendar): void
  /** Another server changed the catalogue or the calendar: from now on this is what counts. */
  use(source: ReferenceSource): void
}

export type ReferenceSource = {
  /** Version 1 of each. */
  readonly items: readonly ServiceItem[]
  /** Versions after the first. */
  readonly itemVersions?: readonly ItemVersion[]
  readonly guides: readonly ServiceGuide[]
  readonly organisations: readonly Organisation[]
  readonly calendar: CalendarData
}

export function referenceData(source: ReferenceSource): ReferenceData {
  let catalogue = indexed(source)
  let counting = buildCalendar(source.calendar)
  let today = () => localDateOf(new Date().toISOString() as Instant)
  const current = () => catalogue.on(today)
  return {
    get calendar() {
      return counting
    },
    get items() {
      return current().items
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
    followDay: (next) => {
      today = next
    },
    findItem: (itemId) => current().itemById.get(itemId),
    getItem: (itemId) => found(current().itemById.get(itemId), itemId),
    findItemInForce: (itemId, on) => inForceOn(catalogue.itemVersions.get(itemId) ?? [], on)?.item,
    itemVersions: (itemId) => catalogue.itemVersions.get(itemId) ?? [],
    guideVersions: (itemId) => catalogue.guideVersions.get(itemId) ?? [],
    getGuide: (itemId, version) =>
      found(catalogue.guideByVersion.get(`${itemId}@${version}`), `${itemId}@${version}`),
    findGuideInForce: (itemId, on) => inForceOn(catalogue.guideVersions.get(itemId) ?? [], on),
    getOrganisation: (organisationId) =>
      found(catalogue.organisationById.get(organisationId), organisationId),
  }
}

type ItemsOfDay = {
  readonly items: readonly ServiceItem[]
  readonly itemById: ReadonlyMap<string, ServiceItem>
}

function indexed({ items, itemVersions = [], guides, organisations }: ReferenceSource) {
  const versions = byItem([...items.map(firstVersion), ...itemVersions])
  const first = itemsOf(items)
  let kept: { readonly day: LocalDate; readonly items: ItemsOfDay } | null = null
  return {
    organisations,
    itemVersions: versions,
    /** One list a day, so that answers made from it are kept until it is another. */
    on: (today: () => LocalDate): ItemsOfDay => {
      if (itemVersions.length === 0) return first
      const day = today()
      if (kept?.day !== day) {
        const inForce = items.map(
          (item) => inForceOn(versions.get(item.itemId) ?? [], day)?.item ?? item,
        )
        kept = { day, items: itemsOf(inForce) }
      }
      return kept.items
    },
    guideVersions: byItem(guides),
    guideByVersion: new Map(guides.map((guide) => [`${guide.itemId}@${guide.version}`, guide])),
    organisationById: new Map(
      organisations.map((organisation) => [String(organisation.organisationId), organisation]),
    ),
  }
}

function byItem<Of extends { readonly itemId: string }>(
  versions: readonly Of[],
): ReadonlyMap<string, readonly Of[]> {
  const grouped = new Map<string, Of[]>()
  for (const one of versions) {
    const own = grouped.get(one.itemId)
    if (own === undefined) grouped.set(one.itemId, [one])
    else own.push(one)
  }
  return grouped
}

function itemsOf(items: readonly ServiceItem[]): ItemsOfDay {
  return { items, itemById: new Map(items.map((item) => [String(item.itemId), item])) }
}

function found<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`Unknown in the catalogue: ${name}`)
  return value
}

export async function loadReferenceData(db: Database): Promise<ReferenceData> {
  return referenceData(await loadReferenceSource(db))
}

export async function loadReferenceSource(db: Database): Promise<ReferenceSource> {
  const [items, versions, guides, organisations, calendar] = await Promise.all([
    db.query<{ data: ServiceItem }>('select data from service_item order by item_id'),
    db.query<{ version: number; effectiveOn: LocalDate; data: ServiceItem }>(
      `select version, effective_on::text as "effectiveOn", data from service_item_version order by item_id, version`,
    ),
    db.query<{ data: ServiceGuide }>('select data from service_guide order by item_id, version'),
    db.query<{ data: Organisation }>('select data from organisation order by organisation_id'),
    loadCalendarData(db),
  ])
  const known = new Map(items.map(({ data }) => [data.itemId, upcastItem(data)]))
  return {
    items: [...known.values()],
    itemVersions: versions.map(({ version, effectiveOn, data }) => ({
      itemId: data.itemId,
      version,
      effectiveOn,
      item: upcastItem(data),
    })),
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

/**
 * Writes the shipped catalogue where the database has none of it. Published guides and later versions of an item are
 * never touched; an item's first version, which nobody edits, learns the words and codes of this release.
 */
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
    `insert into service_item as known (item_id, data) select * from unnest($1::text[], $2::jsonb[])
     on conflict (item_id) do update
       set data = known.data || jsonb_build_object('words', excluded.data -> 'words', 'sichuanCodes', excluded.data -> 'sichuanCodes')
       where (known.data -> 'words', known.data -> 'sichuanCodes')
         is distinct from (excluded.data -> 'words', excluded.data -> 'sichuanCodes')`,
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
