import { PRIORITY_REASONS, type PriorityReason } from '../../../domain/queue/ticket.ts'
import { Choices } from '../parts/choices.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { useTicketWords } from './words.ts'

/** Said by oneself, nothing chosen beforehand; the window looks at the proof. */
export function PriorityStep(props: {
  onChoose: (reason: PriorityReason | null) => void
  onBack: () => void
}) {
  const words = useTicketWords()
  return (
    <KioskPage title={words.priority} lead={words.prioritySays} onBack={props.onBack}>
      <Choices
        label={words.priority}
        choices={[
          { id: '', name: words.ordinary },
          ...PRIORITY_REASONS.map((reason) => ({
            id: reason,
            name: words[reason],
            beside: words.checked,
          })),
        ]}
        onChoose={(id) => props.onChoose(PRIORITY_REASONS.find((one) => one === id) ?? null)}
      />
      <p lang="zh-CN">
        <em className="pending">{words.unconfirmedAge}</em>
      </p>
    </KioskPage>
  )
}
