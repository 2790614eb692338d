import type { HeadingView } from '../../../contract/catalogue.ts'
import { headingName } from '../items/item-name.tsx'
import type { ItemsReply } from '../load-items.ts'
import { useLanguage } from '../words/language.ts'
import { useHomeWords } from './words.ts'

type Line = { readonly id: string; readonly name: string; readonly items: number }

/** Every heading of the list, with how much is under it. */
export function Browse({ list }: { list: ItemsReply }) {
  const words = useHomeWords()
  const language = useLanguage()
  const departments = new Map(list.items.map((item) => [item.departmentId, item.departmentName]))
  const lines = (headings: readonly HeadingView[], of: 'topics' | 'lifeEvents') =>
    headings.map((heading) => ({
      id: heading.id,
      name: headingName(heading, language),
      items: list.items.filter((item) => item[of].includes(heading.id)).length,
    }))
  return (
    <>
      <Group
        id="life-events"
        title={words.byLifeEvent}
        by="event"
        lines={lines(list.lifeEvents, 'lifeEvents')}
      />
      <Group id="topics" title={words.byTopic} by="topic" lines={lines(list.topics, 'topics')} />
      <Group
        id="departments"
        title={words.byDepartment}
        by="department"
        {...(language === 'zh' ? {} : { lang: 'zh-CN' })}
        lines={[...departments].map(([id, name]) => ({
          id,
          name,
          items: list.items.filter((item) => item.departmentId === id).length,
        }))}
      />
    </>
  )
}

function Group(props: {
  id: string
  title: string
  by: string
  lang?: string
  lines: readonly Line[]
}) {
  const words = useHomeWords()
  return (
    <section className="card departments" id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      <ul>
        {props.lines
          .filter(({ items }) => items > 0)
          .map(({ id, name, items }) => (
            <li key={id}>
              <a href={`/items?${props.by}=${encodeURIComponent(id)}`}>
                <span {...(props.lang ? { lang: props.lang } : {})}>{name}</span>
                <small>{words.items(items)}</small>
              </a>
            </li>
          ))}
      </ul>
    </section>
  )
}
