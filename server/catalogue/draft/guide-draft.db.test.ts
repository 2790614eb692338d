import { afterAll, describe, expect, test } from 'vitest'
import {
  command,
  CONFIRMER,
  DECIDER,
  editedCatalogue,
  EDITOR,
  OTHER_EDITOR,
  path,
  PLAIN,
} from '../../../tests/support/edited-catalogue.ts'
import { freshDatabase } from '../../../tests/support/fresh-database.ts'
import { newId } from '../../event-log/chain.ts'

const { database } = await freshDatabase()
const MONDAY = '2026-11-23'
const { server, send, ok, refused, begin, write } = await editedCatalogue(database)
afterAll(() => server.close())

describe('the draft of a guide', () => {
  test('two editors at once: the second saving is refused with the version that is now', async () => {
    const draft = await begin(PLAIN, 'guide')
    const again = await begin(PLAIN, 'guide')
    expect(again.draftId).toBe(draft.draftId)
    const saved = await write(draft, { scope: '改过一次' })
    expect(saved.version).toBe(draft.version + 1)
    const answer = await send(
      EDITOR,
      'PUT',
      path(draft),
      command(draft, { guide: draft.guide, document: null, reason: '' }),
    )
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ code: 'changed-meanwhile', version: saved.version })
    await ok(EDITOR, 'POST', path(draft, '/discard'), command(saved))
  })

  test('the same saving sent twice is one', async () => {
    const draft = await begin(PLAIN, 'guide')
    const body = command(draft, {
      guide: { ...draft.guide, scope: '同一次保存' },
      document: null,
      reason: '',
    })
    const first = await ok(EDITOR, 'PUT', path(draft), body)
    const second = await ok(EDITOR, 'PUT', path(draft), body)
    expect(second.version).toBe(first.version)
    expect(second.history.filter(({ action }) => action === 'edited')).toHaveLength(1)
    await ok(EDITOR, 'POST', path(draft, '/discard'), command(second))
  })

  test('only the own department writes, and nobody of another reads', async () => {
    expect(
      await refused(OTHER_EDITOR, 'POST', '/api/catalogue/drafts', {
        commandId: newId(),
        itemId: PLAIN,
        kind: 'guide',
      }),
    ).toBe('not-your-department')
    const draft = await begin(PLAIN, 'guide')
    expect(await refused(OTHER_EDITOR, 'GET', path(draft))).toBe('not-your-department')
    expect(await refused('jiaoyuju.jueding', 'POST', path(draft, '/confirm'), command(draft))).toBe(
      'not-your-department',
    )
    await ok(EDITOR, 'POST', path(draft, '/discard'), command(draft))
  })

  test('the editor confirms nothing, both sides confirm, and an edit after voids what was confirmed', async () => {
    const draft = await write(await begin(PLAIN, 'guide'), { scope: '待确认的范围' })
    expect(await refused(DECIDER, 'POST', path(draft, '/confirm'), command(draft))).toBe(
      'draft-not-submitted',
    )
    const sent = await ok(EDITOR, 'POST', path(draft, '/submit'), command(draft))
    expect(await refused(EDITOR, 'POST', path(draft, '/confirm'), command(sent))).toBe(
      'editor-may-not-confirm',
    )
    const one = await ok(DECIDER, 'POST', path(draft, '/confirm'), command(sent))
    expect(one.waitsFor).toEqual(['bureau'])
    expect(
      await refused(
        CONFIRMER,
        'POST',
        path(draft, '/publish'),
        command(one, { effectiveOn: MONDAY }),
      ),
    ).toBe('guide-not-confirmed')
    const edited = await write(one, { scope: '确认之后又改' })
    expect(edited).toMatchObject({ state: 'editing', confirmations: [] })
    expect(edited.waitsFor).toEqual(['department', 'bureau'])
    const again = await ok(EDITOR, 'POST', path(draft, '/submit'), command(edited))
    const back = await ok(
      CONFIRMER,
      'POST',
      path(draft, '/return'),
      command(again, { reason: '请补充设定依据' }),
    )
    expect(back).toMatchObject({ state: 'returned', returnedBecause: '请补充设定依据' })
    expect(back.history.map(({ action }) => action)).toEqual([
      'started',
      'edited',
      'submitted',
      'confirmed',
      'edited',
      'submitted',
      'returned',
    ])
    await ok(EDITOR, 'POST', path(draft, '/discard'), command(back))
  })
})
