import { useMutation, useQueryClient } from '@tanstack/react-query'
import { receiveApplication, type CommandReply } from '../../../contract/application-commands.ts'
import { ApiProblem, asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { invalidateApplications } from '../../api/invalidate-applications.ts'
import { searchQuery } from '../../api/queries.ts'
import { identityEntryOf } from './card-reading.ts'
import type { IntakeDraft } from './intake-draft.ts'

/** Receipt (收件). The ids come with the draft: pressing twice, or again after a lost answer, is one application. */
export function useReceive(): {
  run: (draft: IntakeDraft) => Promise<CommandReply | undefined>
  busy: boolean
  problem: ApiProblem | null
} {
  const queries = useQueryClient()
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: async (draft: IntakeDraft) => {
      const renews = await renewedId(draft.renews.trim(), (number) =>
        queries.fetchQuery(searchQuery(number)).then(({ rows }) => rows),
      )
      return call(receiveApplication, { body: { ...bodyOf(draft), renews } })
    },
    onSuccess: (reply) => invalidateApplications(queries, [reply.applicationId]),
  })
  return {
    run: (draft) => mutateAsync(draft).catch(() => undefined),
    busy: isPending,
    problem: error ? asApiProblem(error) : null,
  }
}

function bodyOf(draft: IntakeDraft) {
  const { commandId, applicationId, itemId, channel, insist, kind, identityType } = draft
  return {
    commandId,
    applicationId,
    itemId: itemId ?? '',
    applicant: {
      kind,
      name: draft.name.trim(),
      identityType,
      identityNumber: draft.identityNumber.trim(),
      phone: draft.phone.replaceAll(/\s/g, '') || null,
      address: draft.address.trim() || null,
      contactName: draft.contactName.trim() || null,
    },
    channel,
    materials: Object.fromEntries(Object.entries(draft.materials)),
    insist,
    situation: draft.situation,
    ...identityEntryOf(draft),
  }
}

type Found = { readonly applicationId: string; readonly number: string }

async function renewedId(
  number: string,
  search: (number: string) => Promise<readonly Found[]>,
): Promise<string | null> {
  if (number === '') return null
  const found = (await search(number)).filter((row) => row.number.endsWith(number))
  const only = found.length === 1 ? found[0] : undefined
  if (only) return only.applicationId
  throw new ApiProblem({
    code: 'renewal-not-possible',
    detail:
      found.length === 0
        ? `没有找到要延续的办件 ${number}，请核对原办件编号；新办请清空“延续”。`
        : `${number} 对应多个办件，请填写完整的办件编号。`,
    status: 422,
  })
}
