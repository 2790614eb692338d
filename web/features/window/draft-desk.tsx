import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { openDraftAtWindow, takeOverDraft } from '../../../contract/window-drafts.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { guideQuery } from '../../api/queries.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { DraftFacts, type OpenedDraft } from './draft-facts.tsx'
import { DraftMaterials, type HandedIn } from './draft-materials.tsx'
import { WindowFooter } from './window-footer.tsx'

/** What somebody filled in at home, received at the counter: its faults do not stop the receipt (Art 32). */
export function DraftDesk(props: {
  code: string
  onReceived: (applicationId: string) => void
  onClose: () => void
}) {
  const { code, onClose } = props
  const opened = useQuery({
    queryKey: ['draft-at-window', code],
    queryFn: () => call(openDraftAtWindow, { body: { code } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (opened.data) return <OpenDraft {...props} opened={opened.data} />
  return (
    <>
      <section className="case" aria-label="申请">
        {opened.error ? (
          <>
            <ProblemNote problem={asApiProblem(opened.error)} />
            <button type="button" className="btn" onClick={onClose}>
              返回
            </button>
          </>
        ) : (
          <Skeleton lines={10} />
        )}
      </section>
      <section className="standard" />
      <WindowFooter title="" hint="" acts={[]} />
    </>
  )
}

function OpenDraft(props: {
  code: string
  opened: OpenedDraft
  onReceived: (applicationId: string) => void
  onClose: () => void
}) {
  const { code, opened, onReceived, onClose } = props
  const { draft, check } = opened
  const guide = useQuery(guideQuery(draft.itemId)).data
  const [ids] = useState(() => ({
    commandId: crypto.randomUUID(),
    applicationId: crypto.randomUUID(),
  }))
  const [materials, setMaterials] = useState<HandedIn>({})
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () =>
      call(takeOverDraft, {
        body: { code, ...ids, expectedVersion: draft.version, materials, insist: false },
      }),
    onSuccess: ({ applicationId }) => onReceived(applicationId),
  })
  const receive = () => {
    if (!isPending) mutate()
  }
  useHotkeys({ F7: receive, Escape: onClose })
  const lacking = check.materials.filter(({ state }) => state !== 'held').length
  return (
    <>
      <section className="case" aria-label="申请">
        <DraftFacts opened={opened} guide={guide} />
        {error && <ProblemNote problem={asApiProblem(error)} kept="取回的内容都在。" />}
      </section>
      <section className="standard" aria-label="受理标准">
        <DraftMaterials
          code={code}
          opened={opened}
          handedIn={materials}
          onHandedIn={(number, state) => setMaterials((before) => ({ ...before, [number]: state }))}
        />
      </section>
      <WindowFooter
        title={lacking > 0 ? `${lacking} 项材料还要核对` : '内容齐全，核对后收件'}
        hint="收件后按办件核验、受理；网上填写的内容和文件都会带过来"
        acts={[
          {
            label: isPending ? '正在收件…' : '收件',
            hotkey: 'F7',
            primary: true,
            reason: isPending ? '正在收件' : null,
            onAct: receive,
          },
          { label: '返回', hotkey: 'Esc', reason: null, onAct: onClose },
        ]}
      />
    </>
  )
}
