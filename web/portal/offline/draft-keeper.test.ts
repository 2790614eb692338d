import { describe, expect, test } from 'vitest'
import type { DraftPatch, DraftView } from '../../../contract/drafts.ts'
import { EMPTY_DRAFT, type DraftContent } from '../../../domain/drafts/draft-content.ts'
import { mergeDraft } from '../../../domain/drafts/merge-draft.ts'
import { ApiProblem, networkProblem } from '../../api/api-problem.ts'
import { keepDraft, newDraft } from './draft-keeper.ts'
import { forgetKeptDrafts, keptDraft, putDraft, type KeptDraft, type Shelf } from './kept-draft.ts'

const DRAFT = '01900000-0000-7000-8000-000000000001'

/** A server that keeps one draft as the contract says: versions, one save an id, `changed-meanwhile`. */
function smallServer() {
  const saves = new Map<string, number>()
  const server = {
    isDown: false,
    /** Acts, and its answer is lost on the way. */
    losesAnswer: false,
    version: 0,
    content: EMPTY_DRAFT as DraftContent,
    applied: 0,
    apply(patch: DraftPatch) {
      server.content = mergeDraft(server.content, patch)
      server.version += 1
      server.applied += 1
    },
  }
  const view = () =>
    ({
      ...server.content,
      draftId: DRAFT,
      version: server.version,
      savedAt: '',
    }) as never as DraftView
  const answer = <Reply>(reply: Reply) => {
    if (server.losesAnswer) {
      server.losesAnswer = false
      throw networkProblem()
    }
    return Promise.resolve(reply)
  }
  const reach = () => {
    if (server.isDown) throw networkProblem()
  }
  return Object.assign(server, {
    wire: {
      start: async (_: unknown, content: DraftPatch) => {
        reach()
        if (server.version === 0) server.apply(content)
        return await answer(view())
      },
      save: async (
        _: string,
        save: { saveId: string; expectedVersion: number; patch: DraftPatch },
      ) => {
        reach()
        const before = saves.get(save.saveId)
        if (before === undefined) {
          if (save.expectedVersion !== server.version)
            throw new ApiProblem({ code: 'changed-meanwhile', detail: '', status: 409 })
          server.apply(save.patch)
          saves.set(save.saveId, server.version)
        }
        return await answer({ version: saves.get(save.saveId) ?? 0, savedAt: '' })
      },
      read: async () => {
        reach()
        return await answer(view())
      },
    },
  })
}

function memoryShelf(): Shelf {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
  }
}

let ids = 0
function device(server: ReturnType<typeof smallServer>, shelf = memoryShelf()) {
  const draft = keptDraft(shelf, DRAFT) ?? newDraft(DRAFT, 'aba-36', null, EMPTY_DRAFT)
  const put = (next: KeptDraft) => void putDraft(shelf, next)
  const newId = () => `save-${(ids += 1)}`
  return { keeper: keepDraft({ draft, wire: server.wire, put, newId }), shelf }
}

describe('a draft is kept on the device first', () => {
  test('what is typed without network is sent, once, when the network is back', async () => {
    const server = smallServer()
    const { keeper } = device(server)
    server.isDown = true
    keeper.change({ answers: { 'premises.area': 120 } })
    await keeper.flush()
    keeper.change({ answers: { 'premises.address': '示例街 8 号' } })
    await keeper.flush()
    expect(keeper.state().problem?.code).toBe('network')
    expect(server.version).toBe(0)

    server.isDown = false
    await keeper.flush()
    expect(server.content.answers).toEqual({
      'premises.area': 120,
      'premises.address': '示例街 8 号',
    })
    expect(keeper.state().problem).toBeNull()
    keeper.close()
  })

  test('a reload before anything was sent loses nothing', async () => {
    const server = smallServer()
    server.isDown = true
    const { keeper, shelf } = device(server)
    keeper.change({ situation: { stage: 'prepare' } })
    keeper.close()
    server.isDown = false
    const again = device(server, shelf).keeper
    expect(again.state().draft.content.situation).toEqual({ stage: 'prepare' })
    await again.flush()
    expect(server.content.situation).toEqual({ stage: 'prepare' })
  })

  test('a save whose answer was lost, then sent again after a reload, is one save', async () => {
    const server = smallServer()
    const { keeper, shelf } = device(server)
    keeper.change({ answers: { a: '1' } })
    await keeper.flush()
    server.losesAnswer = true
    keeper.change({ answers: { a: '2' } })
    await keeper.flush()
    keeper.close()
    const again = device(server, shelf).keeper
    again.change({ answers: { b: '3' } })
    await again.flush()
    expect(server.content.answers).toEqual({ a: '2', b: '3' })
    expect(server.applied).toBe(3)
    again.close()
  })
})

describe('two devices write the same draft', () => {
  async function together() {
    const server = smallServer()
    const { keeper } = device(server)
    keeper.change({ answers: { name: 'first' } })
    await keeper.flush()
    return { server, keeper }
  }

  test('different fields are both kept', async () => {
    const { server, keeper } = await together()
    server.apply({ answers: { phone: '13800000000' } })
    keeper.change({ answers: { area: 12 } })
    await keeper.flush()
    expect(server.content.answers).toEqual({ name: 'first', phone: '13800000000', area: 12 })
    expect(keeper.state().draft.conflicts).toEqual([])
    expect(keeper.state().draft.content.answers).toEqual(server.content.answers)
    keeper.close()
  })

  test('the same field is asked about, with both answers, and neither is thrown away', async () => {
    const { server, keeper } = await together()
    server.apply({ answers: { name: 'theirs' } })
    keeper.change({ answers: { name: 'mine', area: 12 } })
    await keeper.flush()
    const [conflict] = keeper.state().draft.conflicts
    expect(conflict).toEqual({ part: 'answers', key: 'name', mine: 'mine', theirs: 'theirs' })
    expect(server.content.answers).toEqual({ name: 'theirs', area: 12 })
    expect(keeper.state().draft.content.answers['name']).toBe('mine')

    if (conflict) keeper.choose(conflict, 'mine')
    await keeper.flush()
    expect(server.content.answers['name']).toBe('mine')
    expect(keeper.state().draft.conflicts).toEqual([])
    keeper.close()
  })

  test('choosing the other device changes nothing at the server', async () => {
    const { server, keeper } = await together()
    server.apply({ answers: { name: 'theirs' } })
    keeper.change({ answers: { name: 'mine' } })
    await keeper.flush()
    const [conflict] = keeper.state().draft.conflicts
    if (conflict) keeper.choose(conflict, 'theirs')
    await keeper.flush()
    expect(keeper.state().draft.content.answers['name']).toBe('theirs')
    expect(server.content.answers['name']).toBe('theirs')
    keeper.close()
  })
})

test('signing out takes what the server has off the device, and keeps what it has not', async () => {
  const server = smallServer()
  const { keeper, shelf } = device(server)
  keeper.update({ accountId: 'someone' })
  keeper.change({ answers: { a: 'x' } })
  keeper.close()
  forgetKeptDrafts(shelf)
  expect(keptDraft(shelf, DRAFT)?.content.answers).toEqual({ a: 'x' })

  const again = device(server, shelf).keeper
  await again.flush()
  forgetKeptDrafts(shelf)
  expect(keptDraft(shelf, DRAFT)).toBeUndefined()
})
