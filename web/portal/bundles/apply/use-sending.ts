import { useCallback, useEffect, useRef, useState } from 'react'
import { asApiProblem, type ApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { UPLOAD_MATERIAL } from '../bundle-operations.ts'
import { askedMaterials, wayOf } from '../../../ui/bundle/asked-materials.ts'
import type { BundleFlow } from './bundle-flow.ts'

type Delivery = {
  readonly key: string
  readonly applicationId: string
  readonly number: number
  readonly name: string
  readonly file: Blob
}

/** Every file to every application that uses it; what has arrived is noted, and not sent again. */
export function useSending({ draft, change, standing, files }: BundleFlow) {
  const deliveries = deliveriesOf({ draft, standing, files })
  const left = deliveries.filter(({ key }) => !draft.arrived.includes(key))
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const isSending = useRef(false)
  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    setProblem(null)
    try {
      for (const { key, applicationId, number, name, file } of left) {
        const body = new FormData()
        body.append('file', file, name)
        await call(UPLOAD_MATERIAL, { params: { applicationId, number }, body })
        change((now) => ({ arrived: [...now.arrived, key] }))
      }
    } catch (error) {
      setProblem(asApiProblem(error))
    }
    isSending.current = false
  }, [left, change])
  useEffect(() => {
    if (left.length > 0 && problem === null) void send()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once the files are read from the device
  }, [deliveries.length])
  return { total: deliveries.length, left: left.length, problem, retry: () => void send() }
}

function deliveriesOf({
  draft,
  standing,
  files,
}: Pick<BundleFlow, 'draft' | 'standing' | 'files'>): readonly Delivery[] {
  const materials = askedMaterials(standing)
  return files.files.flatMap(({ uploadId, material: index, name, file }) => {
    const material = materials.find((one) => one.index === index)
    if (material === undefined || wayOf(material, draft) !== 'upload') return []
    return material.uses.flatMap(({ part, material: { number } }) => {
      const applicationId = draft.received?.applications.find(
        ({ itemId }) => itemId === part.itemId,
      )?.applicationId
      return applicationId === undefined
        ? []
        : [{ key: `${uploadId} ${applicationId} ${number}`, applicationId, number, name, file }]
    })
  })
}
