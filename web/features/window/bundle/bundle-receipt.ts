import type { z } from 'zod'
import { uuidv7 } from 'uuidv7'
import type { receiveBundle } from '../../../../contract/bundles.ts'
import type { MaterialState } from '../../../../domain/application/application.ts'
import type { AskedMaterial } from '../../../ui/bundle/asked-materials.ts'
import type { BundleStanding, PartStanding } from '../../../ui/bundle/bundle-standing.ts'
import { type Assessment, NO_CHECKS } from '../intake-draft.ts'
import type { BundleIntakeDraft } from './bundle-intake-draft.ts'

type Body = z.input<typeof receiveBundle.body>

/** One id a part, made once and kept. */
export function idsOf(
  { ids }: Pick<BundleIntakeDraft, 'ids'>,
  parts: readonly PartStanding[],
): BundleIntakeDraft['ids'] {
  return Object.fromEntries(
    parts.map(({ part: { itemId } }) => [
      itemId,
      ids[itemId] ?? { applicationId: uuidv7(), commandId: uuidv7() },
    ]),
  )
}

/** The one receipt of all parts, as it is sent. */
export function bundleReceipt(
  draft: BundleIntakeDraft,
  { parts }: BundleStanding,
  materials: readonly AskedMaterial[],
): Body {
  const { applicant, isOnPaper } = draft
  return {
    bundleCaseId: draft.bundleCaseId,
    applicant: {
      kind: applicant.kind,
      name: applicant.name.trim(),
      identityType: applicant.identityType,
      identityNumber: applicant.identityNumber.trim(),
      phone: applicant.phone.replaceAll(/\s/g, ''),
      address: applicant.address.trim(),
      contactName: applicant.contactName.trim(),
    },
    channel: 'window',
    mandateId: null,
    choices: draft.choices,
    answers: isOnPaper
      ? {}
      : Object.fromEntries(
          Object.entries(draft.answers).map(([element, value]) => [
            element,
            typeof value === 'object' ? [...value] : value,
          ]),
        ),
    parts: parts.map(({ part: { itemId, form }, asked, situation }) => ({
      itemId,
      ...(draft.ids[itemId] ?? { applicationId: uuidv7(), commandId: uuidv7() }),
      situation: Object.fromEntries(asked.map(({ id }) => [id, situation[id] ?? ''])),
      materials: statesOf(draft, materials, itemId),
      formVersion: isOnPaper ? null : (form?.version ?? null),
    })),
  }
}

/** What was found of one part: each paper was judged once and counts for every item that uses it. */
export function foundOf(
  draft: BundleIntakeDraft,
  materials: readonly AskedMaterial[],
  itemId: string,
): Assessment {
  return {
    materials: statesOf(draft, materials, itemId),
    remarks: Object.fromEntries(
      usesIn(materials, itemId).flatMap(({ name, number }) => {
        const remark = draft.remarks[name] ?? ''
        return remark === '' ? [] : [[number, remark]]
      }),
    ),
    checks: draft.checks[itemId] ?? NO_CHECKS,
  }
}

function statesOf(
  { materials: found }: Pick<BundleIntakeDraft, 'materials'>,
  materials: readonly AskedMaterial[],
  itemId: string,
): Record<string, MaterialState> {
  return Object.fromEntries(
    usesIn(materials, itemId).map(({ name, number }) => [String(number), found[name] ?? 'held']),
  )
}

function usesIn(materials: readonly AskedMaterial[], itemId: string) {
  return materials.flatMap(({ name, uses }) =>
    uses
      .filter(({ part }) => part.itemId === itemId)
      .map(({ material: { number } }) => ({ name, number })),
  )
}
