import { useQuery } from '@tanstack/react-query'
import { AUDIENCE_NAME } from '../../../domain/catalogue/versions/guide-words.ts'
import { itemsQuery } from '../../api/queries.ts'
import type { ItemPart } from './item-codes-panel.tsx'

/** Where people find the item: for whom, under which subject, at which event of life. */
export function ItemHeadingsPanel({ item, readOnly, set }: ItemPart) {
  const { data } = useQuery(itemsQuery())
  const named = (headings: readonly { id: string; name: string }[] = []) =>
    headings.map(({ id, name }) => [id, name] as const)
  const groups = [
    ['audience', '面向对象', Object.entries(AUDIENCE_NAME)],
    ['topics', '主题', named(data?.topics)],
    ['lifeEvents', '人生事件', named(data?.lifeEvents)],
  ] as const
  return (
    <section className="panel">
      <div className="ph">
        <h2 className="h">分类</h2>
        <span className="sec">公众按这些查找；发布后生效</span>
      </div>
      <div className="short-form">
        {groups.map(([part, label, choices]) => {
          const chosen: readonly string[] = item.words[part]
          return (
            <div className="row tall" key={part}>
              <span>{label}</span>
              <div className="choices" role="group" aria-label={label}>
                {choices.map(([id, name]) => (
                  <label key={id}>
                    <input
                      type="checkbox"
                      checked={chosen.includes(id)}
                      disabled={readOnly}
                      onChange={() =>
                        set(
                          `words.${part}`,
                          chosen.includes(id)
                            ? chosen.filter((one) => one !== id)
                            : [...chosen, id],
                        )
                      }
                    />
                    {name}
                  </label>
                ))}
              </div>
            </div>
          )
        })}
      </div>
    </section>
  )
}
