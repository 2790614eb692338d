import { useSyncExternalStore } from 'react'
import { placeName, valueWords } from '../part-words.ts'
import type { Saver } from './draft-saver.ts'

/** Two people wrote in one place: both texts are shown, and the person chooses. Until then nothing is sent. */
export function ConflictNote<Content>({
  saver,
  draft,
}: {
  saver: Saver<Content>
  /** What is being written: it names what the places hold. */
  draft?: Content
}) {
  const { conflicts } = useSyncExternalStore(saver.subscribe, saver.state)
  if (conflicts.length === 0) return null
  const choose = (at: number, whose: 'mine' | 'theirs') => {
    const conflict = conflicts[at]
    if (conflict === undefined) return
    saver.choose(conflict, whose)
    if (conflicts.length === 1) void saver.save()
  }
  return (
    <section className="panel conflict-note" role="alert">
      <p>
        <b>同事同时改了下面的内容。</b>您的内容还在，请逐处选择；选完才保存。
      </p>
      {conflicts
        .map(({ keys, mine, theirs }, at) => ({
          path: keys.join('.'),
          name: placeName(keys, draft),
          mine,
          theirs,
          at,
        }))
        .map(({ path, name, mine, theirs, at }) => (
          <div key={path}>
            <b>{name}</b>
            <dl>
              <div>
                <dt>您写的</dt>
                <dd>{valueWords(path, mine)}</dd>
                <button type="button" className="btn" onClick={() => choose(at, 'mine')}>
                  用我的
                </button>
              </div>
              <div>
                <dt>同事写的</dt>
                <dd>{valueWords(path, theirs)}</dd>
                <button type="button" className="btn" onClick={() => choose(at, 'theirs')}>
                  用同事的
                </button>
              </div>
            </dl>
          </div>
        ))}
    </section>
  )
}
