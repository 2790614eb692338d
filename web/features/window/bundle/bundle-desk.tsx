import { useQuery } from '@tanstack/react-query'
import { openBundleDraftAtWindow } from '../../../../contract/bundle-drafts.ts'
import type { BundleView } from '../../../../contract/bundles.ts'
import { asApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/call.ts'
import { bundleQuery } from '../../../api/queries.ts'
import { longMinute } from '../../../ui/dates.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useHotkeys } from '../../../ui/use-hotkeys.ts'
import { ApplicantForm } from '../applicant-form.tsx'
import { WindowFooter } from '../window-footer.tsx'
import { BundleFacts } from './bundle-facts.tsx'
import { BundleForm } from './bundle-form.tsx'
import { type BundleIntakeDraft, intakeFromDraft } from './bundle-intake-draft.ts'
import { BundlePapers } from './bundle-papers.tsx'
import { BundleQuestions } from './bundle-questions.tsx'
import { PartChecks } from './part-checks.tsx'
import { type ReceivedBundle, useBundleIntake } from './use-bundle-intake.ts'
import '../../../ui/form/form.css'
import './bundle.css'

type DeskProps = { onReceived: (received: ReceivedBundle) => void; onClose: () => void }

/** A whole thing (一件事) chosen in the item picker. */
export function BundleDesk({ bundleId, ...props }: DeskProps & { bundleId: string }) {
  const { data, error } = useQuery(bundleQuery(bundleId))
  return data ? (
    <OpenDesk {...props} view={data} name={`bundle-intake:${bundleId}`} />
  ) : (
    <Waiting error={error} onClose={props.onClose} />
  )
}

/** The same, from what the applicant filled in at home. */
export function BundleSlipDesk({ code, ...props }: DeskProps & { code: string }) {
  const opened = useQuery({
    queryKey: ['bundle-draft-at-window', code],
    queryFn: () => call(openBundleDraftAtWindow, { body: { code } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const bundleId = opened.data?.bundleId ?? ''
  const guide = useQuery({ ...bundleQuery(bundleId), enabled: bundleId !== '' })
  if (!opened.data || !guide.data)
    return <Waiting error={opened.error ?? guide.error} onClose={props.onClose} />
  const { savedAt, content } = opened.data
  return (
    <OpenDesk
      {...props}
      view={guide.data}
      // The part of the code that only finds the draft: another slip is another draft.
      name={`bundle-slip:${code.replaceAll(/[^0-9A-Za-z]/g, '').slice(0, 6)}`}
      initial={intakeFromDraft(content)}
      slip={{ code, savedAt }}
    />
  )
}

function OpenDesk(
  props: DeskProps & {
    view: BundleView
    name: string
    initial?: BundleIntakeDraft
    slip?: { readonly code: string; readonly savedAt: string }
  },
) {
  const { view, name, initial, slip, onReceived, onClose } = props
  const intake = useBundleIntake({
    view,
    name,
    onReceived,
    ...(initial === undefined ? {} : { initial }),
    ...(slip === undefined ? {} : { slipCode: slip.code }),
  })
  useHotkeys({ F7: intake.submit, Escape: onClose })
  const { draft, standing, closed, busy, problem, tried } = intake
  return (
    <>
      <section className="case" aria-label="申请">
        <BundleFacts intake={intake} />
        {slip && (
          <p className="told">
            网上填写，{longMinute(slip.savedAt)}
            保存。请对照证件核实申请人；文件留在申请人的设备上，以带来的原件为准。
          </p>
        )}
        <BundleQuestions intake={intake} />
        <ApplicantForm
          draft={draft.value.applicant}
          faults={intake.applicantFaults}
          renewable={false}
          isPartOfMore
          onChange={(change) =>
            draft.set((before) => ({ ...before, applicant: change(before.applicant) }))
          }
        />
        <BundleForm intake={intake} />
        {problem && <ProblemNote problem={problem} kept="您填写的内容都在，改正后再按 F7。" />}
      </section>
      <section className="standard" aria-label="受理标准">
        <PartChecks
          parts={standing.parts.map(({ part }) => part)}
          checks={draft.value.checks}
          onChange={(itemId, checks) =>
            draft.set((before) => ({ ...before, checks: { ...before.checks, [itemId]: checks } }))
          }
        />
        <BundlePapers intake={intake} />
      </section>
      <WindowFooter
        title={(tried ? closed : null) ?? `一次收件，共 ${standing.parts.length} 项`}
        hint="收件即出具接收凭证，每项 5 个工作日内须作出答复"
        acts={[
          {
            label: busy ? '正在收件…' : `收件（${standing.parts.length} 项）`,
            hotkey: 'F7',
            primary: true,
            reason: busy ? '正在收件' : null,
            onAct: intake.submit,
          },
          { label: '返回', hotkey: 'Esc', reason: null, onAct: onClose },
        ]}
      />
    </>
  )
}

function Waiting({ error, onClose }: { error: Error | null; onClose: () => void }) {
  return (
    <>
      <section className="case" aria-label="申请">
        {error ? (
          <>
            <ProblemNote problem={asApiProblem(error)} />
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
