import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { lookUpCitizen } from '../../../contract/citizen-accounts.ts'
import { findGuardianships } from '../../../contract/mandates.ts'
import type { IdentityType } from '../../../domain/application/applicant.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { IDENTITY_NAME } from '../../ui/identity-words.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'

export type LookedUp = {
  readonly identityType: IdentityType
  readonly identityNumber: string
  readonly citizen: z.output<typeof lookUpCitizen.reply>
  readonly guardianships: z.output<typeof findGuardianships.reply>['mandates']
}

export function LookUpForm({ onFound }: { onFound: (found: LookedUp | null) => void }) {
  const [identityType, setType] = useState<IdentityType>('id-card')
  const [typed, setTyped] = useState('')
  const identityNumber = typed.replaceAll(/\s/g, '').toUpperCase()
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (): Promise<LookedUp> => {
      const [citizen, { mandates }] = await Promise.all([
        call(lookUpCitizen, { body: { identityType, identityNumber } }),
        call(findGuardianships, { body: { wardIdentityNumber: identityNumber } }),
      ])
      return { identityType, identityNumber, citizen, guardianships: mandates }
    },
    onSuccess: onFound,
    onError: () => onFound(null),
  })
  return (
    <form
      className="look-up"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isPending) mutate()
      }}
    >
      <p className="sec">对照申请人出示的证件原件录入号码。每次查询都记入审计。</p>
      <label>
        证件类型
        <select
          value={identityType}
          onChange={(event) => setType(event.target.value as IdentityType)}
        >
          {Object.entries(IDENTITY_NAME).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        证件号码
        <input
          value={typed}
          maxLength={30}
          required
          autoFocus
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="btn primary" disabled={isPending || identityNumber === ''}>
        {isPending ? '正在查询…' : '查询'}
      </button>
      {error && <ProblemNote problem={asApiProblem(error)} kept="号码仍在。" />}
    </form>
  )
}
