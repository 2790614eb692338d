import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ApplicantForm } from './applicant-form.tsx'
import { IntakeMaterials } from './intake-materials.tsx'
import { withItem } from './intake-draft.ts'
import { ItemPicker } from './item-picker.tsx'
import { ItemStanding } from './item-standing.tsx'
import { SlipCodeBox } from './slip-code-box.tsx'
import { SituationQuestions } from './situation-questions.tsx'
import { useIntake, type Intake } from './use-intake.ts'
import { WindowFooter } from './window-footer.tsx'

/** A new application at the counter, until it is received (收件). */
export function IntakeDesk(props: {
  /** The item that the number in hand was taken for. */
  wished: string | null
  onReceived: (applicationId: string) => void
  onCode: (code: string) => void
  onBundle: (bundleId: string) => void
}) {
  const intake = useIntake(props.onReceived, props.wished)
  useHotkeys({ F7: () => void intake.submit() })
  return (
    <>
      <IntakeForm intake={intake} onCode={props.onCode} onBundle={props.onBundle} />
      <IntakeMaterials intake={intake} />
      <WindowFooter
        title={receiveWords(intake)}
        hint="收件即出具接收凭证，5 个工作日内须作出答复"
        acts={[
          {
            label: intake.busy ? '正在收件…' : '收件',
            hotkey: 'F7',
            primary: true,
            reason: intake.busy ? '正在收件' : intake.closed,
            onAct: () => void intake.submit(),
          },
          { label: '受理', hotkey: 'F8', reason: '收件后才能受理' },
          { label: '一次性告知', hotkey: 'F9', reason: '收件后才能告知' },
          { label: '不予受理', hotkey: 'F10', reason: '收件后才能不予受理' },
        ]}
      />
    </>
  )
}

function IntakeForm(props: {
  intake: Intake
  onCode: (code: string) => void
  onBundle: (bundleId: string) => void
}) {
  const { intake, onCode, onBundle } = props
  const { draft, item, guide, faults, problem } = intake
  return (
    <section className="case" aria-label="申请">
      <SlipCodeBox onCode={onCode} />
      <ItemPicker
        focusFirst={draft.value.itemId === null}
        onBundle={onBundle}
        onChoose={({ itemId }) => draft.set((before) => withItem(before, itemId))}
      />
      {item && (
        <ItemStanding
          item={item}
          guide={guide.data}
          insist={draft.value.insist}
          onInsist={(insist) => draft.set((before) => ({ ...before, insist }))}
        />
      )}
      {guide.data && (
        <SituationQuestions
          questions={guide.data.questions}
          answers={draft.value.situation}
          onAnswers={(situation) => draft.set((before) => ({ ...before, situation }))}
        />
      )}
      {guide.error && <ProblemNote problem={guide.error} onRetry={() => void guide.refetch()} />}
      {faults.itemId && (
        <p className="fault" role="alert">
          {faults.itemId}
        </p>
      )}
      <ApplicantForm
        draft={draft.value}
        faults={faults}
        renewable={guide.data?.renewable ?? false}
        onChange={draft.set}
      />
      {problem && <ProblemNote problem={problem} kept="您填写的内容都在，改正后再按 F7。" />}
    </section>
  )
}

function receiveWords({ item, closed, faults, tried }: Intake): string {
  if (!item) return '先查找事项（Ctrl+K）'
  const fault = tried ? Object.values(faults)[0] : undefined
  return closed ?? fault ?? '核对无误后收件'
}
