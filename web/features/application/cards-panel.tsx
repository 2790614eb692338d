import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate } from '../../ui/dates.ts'
import { CardAnswer } from './card-answer.tsx'

const LEVEL = {
  warning: { name: '预警', tag: 'amber' },
  yellow: { name: '黄牌', tag: 'amber' },
  red: { name: '红牌', tag: 'red' },
} as const

/** The signals raised on this application: who has to answer, what was answered, and whether that was accepted. */
export function CardsPanel({ application }: { application: ApplicationView }) {
  const { cards, possible } = application
  if (cards.length === 0) return null
  return (
    <section className="panel">
      <div className="ph">
        <h2 className="h">监察信号</h2>
        <span className="sec">未销 {cards.filter(({ open }) => open).length} 个</span>
      </div>
      <ul className="cards">
        {cards.map((card) => (
          <li key={card.rule}>
            <p>
              <span className={`tag ${LEVEL[card.level].tag}`}>{LEVEL[card.level].name}</span>{' '}
              <b className="b">{card.ruleName}</b>{' '}
              <span className="sec small">
                {longDate(card.raisedOn)} · {card.open ? '未销' : '已销'}
              </span>
            </p>
            <p>{card.fact}</p>
            <p className="sec small">
              由{card.answerableName}
              {card.officerName && ` ${card.officerName}`}说明
            </p>
            {card.explanation && (
              <p className="told">
                {card.explanation.byName}（{longDate(card.explanation.on)}）：
                {card.explanation.text}
              </p>
            )}
            {card.open && possible.includes('explain-card') && (
              <CardAnswer application={application} rule={card.rule} kind="explain" />
            )}
            {card.open && card.explanation && possible.includes('close-card') && (
              <CardAnswer application={application} rule={card.rule} kind="judge" />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
