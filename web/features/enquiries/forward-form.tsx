import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { forwardEnquiry, type EnquiryForStaff } from '../../../contract/enquiries.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { itemsQuery } from '../../api/queries.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'

/** To where it belongs; the limit does not move. */
export function ForwardForm({ enquiry, onDone }: { enquiry: EnquiryForStaff; onDone: () => void }) {
  const queries = useQueryClient()
  const items = useQuery(itemsQuery()).data?.items ?? []
  const departments = new Map(items.map((item) => [item.departmentId, item.departmentName]))
  const [commandId] = useState(() => crypto.randomUUID())
  const [departmentId, setDepartmentId] = useState('')
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () =>
      call(forwardEnquiry, {
        params: { enquiryId: enquiry.enquiryId },
        body: {
          commandId,
          expectedRevision: enquiry.revision,
          departmentId: departmentId === 'window' ? null : departmentId,
          reason,
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['enquiries'] })
      onDone()
    },
  })
  return (
    <details>
      <summary>不属于我们，转交</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          mutate()
        }}
      >
        <label>
          转给
          <select
            value={departmentId}
            required
            onChange={(event) => setDepartmentId(event.target.value)}
          >
            <option value="">请选择</option>
            <option value="window">综合窗口</option>
            {[...departments].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          理由
          <input
            value={reason}
            maxLength={500}
            required
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {error && <ProblemNote problem={asApiProblem(error)} kept="您选择的都在。" />}
        <button type="submit" className="btn" disabled={isPending}>
          转交（答复期限不变）
        </button>
      </form>
    </details>
  )
}
