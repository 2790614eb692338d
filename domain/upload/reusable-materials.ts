import type { LodgedApplication } from '../application/application.ts'
import type { RequiredMaterial } from '../catalogue/service-guide.ts'
import type { LocalDate } from '../shared/ids.ts'
import { addDays, addYears, daysBetween } from '../shared/local-date.ts'

/** An earlier application of the same person, with the names its own guide gave its materials. */
export type EarlierApplication = {
  readonly applicationId: string
  readonly number: string
  readonly application: LodgedApplication
  readonly materialNames: Readonly<Record<number, string>>
}

export type ReusableFile = {
  readonly material: number
  readonly trust: 'A' | 'B'
  readonly sourceApplicationId: string
  readonly sourceNumber: string
  /** Null: the certificate issued there. */
  readonly sourceFileId: string | null
  readonly name: string
  readonly verifiedOn: LocalDate
  readonly freshUntil: LocalDate | null
  /** Bytes; null for a certificate. */
  readonly size: number | null
}

/**
 * What serves again: a certificate of this house in force (grade A), and files that a window verified before (grade B),
 * where the guide allows it and as long as it says. The newest of each first.
 */
export function reusableMaterials(
  wanted: readonly RequiredMaterial[],
  earlier: readonly EarlierApplication[],
  today: LocalDate,
): ReusableFile[] {
  return wanted.flatMap((material) =>
    earlier
      .flatMap((one) => [
        ...certificateFor(material, one, today),
        ...verifiedFor(material, one, today),
      ])
      .toSorted((a, b) => (a.verifiedOn < b.verifiedOn ? 1 : -1)),
  )
}

function certificateFor(
  material: RequiredMaterial,
  { applicationId, number, application }: EarlierApplication,
  today: LocalDate,
): ReusableFile[] {
  const { certificate, sealing, revocation } = application
  if (certificate === null || sealing === null || revocation !== null) return []
  if (certificate.validUntil !== null && certificate.validUntil < today) return []
  if (!isSameThing(material.name, certificate.name)) return []
  return [
    {
      material: material.number,
      trust: 'A',
      sourceApplicationId: applicationId,
      sourceNumber: number,
      sourceFileId: null,
      name: `${certificate.name}.pdf`,
      verifiedOn: sealing.on,
      freshUntil: certificate.validUntil,
      size: null,
    },
  ]
}

function verifiedFor(
  material: RequiredMaterial,
  { applicationId, number, application, materialNames }: EarlierApplication,
  today: LocalDate,
): ReusableFile[] {
  const { reusableMonths } = material
  const { acceptance, checks, files, materials } = application
  // Accepted by the law's silence is not verified by a person.
  if (reusableMonths === null || acceptance === null || acceptance.deemed || checks === null)
    return []
  const verifiedOn = acceptance.on
  const freshUntil = addMonths(verifiedOn, reusableMonths)
  if (freshUntil < today) return []
  return files
    .filter(
      (file) =>
        materials[file.material] === 'held' &&
        isSameThing(material.name, materialNames[file.material] ?? ''),
    )
    .map((file) => ({
      material: material.number,
      trust: 'B' as const,
      sourceApplicationId: applicationId,
      sourceNumber: number,
      sourceFileId: file.fileId,
      name: file.name,
      verifiedOn,
      freshUntil,
      size: file.size,
    }))
}

/** `营业执照（副本）复印件` asks for what `营业执照` is called elsewhere. */
function isSameThing(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  return a.length >= 2 && a === b
}

function plain(name: string): string {
  return name
    .replaceAll(/[《》〈〉“”"\s]/g, '')
    .replaceAll(/[（(][^（）()]*[）)]/g, '')
    .replace(/(?:原件|复印件|扫描件|电子证照|电子件)+$/, '')
}

/** The same day so many months later; the month's last day where it has none. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const monthsOn = Number(date.slice(5, 7)) - 1 + months
  const moved = addYears(`${date.slice(0, 4)}-01-01` as LocalDate, Math.floor(monthsOn / 12))
  const month = String((monthsOn % 12) + 1).padStart(2, '0')
  const first = `${moved.slice(0, 4)}-${month}-01` as LocalDate
  const after = `${monthsOn % 12 === 11 ? Number(moved.slice(0, 4)) + 1 : moved.slice(0, 4)}-${
    monthsOn % 12 === 11 ? '01' : String((monthsOn % 12) + 2).padStart(2, '0')
  }-01` as LocalDate
  const days = daysBetween(first, after)
  return addDays(first, Math.min(Number(date.slice(8, 10)), days) - 1)
}
