import { expect, test } from 'vitest'
import { ApiProblem } from '../../../api/api-problem.ts'
import { createDraftSaver, type Saved } from './draft-saver.ts'
import { createDraftStore } from './draft-store.ts'

type Guide = { scope: string; fee: number; notes: readonly string[] }
const first: Guide = { scope: '州内', fee: 0, notes: [] }

/** A server that keeps one draft and refuses what was written on an older version. */
function draftServer() {
  let kept: Saved<Guide> = { version: 1, content: first }
  const sent: Guide[] = []
  return {
    sent,
    kept: () => kept,
    write: (content: Partial<Guide>) => {
      kept = { version: kept.version + 1, content: { ...kept.content, ...content } }
    },
    send: async (content: Guide, expectedVersion: number) => {
      if (expectedVersion !== kept.version)
        throw new ApiProblem({ code: 'changed-meanwhile', detail: '', status: 409 })
      sent.push(content)
      kept = { version: kept.version + 1, content }
      return await Promise.resolve(kept)
    },
    read: async () => await Promise.resolve(kept),
  }
}

function editing(server: ReturnType<typeof draftServer>) {
  const store = createDraftStore(first)
  const saver = createDraftSaver(server.kept(), {
    get: store.get,
    put: store.replace,
    setAt: store.set,
    sendable: (content) =>
      content.scope === ''
        ? null
        : { ...content, notes: content.notes.filter((line) => line !== '') },
    send: server.send,
    read: server.read,
  })
  return { store, saver }
}

test('what is typed is saved once, and saving again sends nothing', async () => {
  const server = draftServer()
  const { store, saver } = editing(server)
  store.set('scope', '全州')
  expect(await saver.save()).toBe(true)
  expect(await saver.save()).toBe(true)
  expect(server.sent).toEqual([{ ...first, scope: '全州' }])
  expect(saver.state().phase).toBe('saved')
})

test('an empty line is not sent, and stays where it is being typed', async () => {
  const server = draftServer()
  const { store, saver } = editing(server)
  store.set('notes', ['第一条', ''])
  await saver.save()
  expect(server.kept().content.notes).toEqual(['第一条'])
  expect(store.get().notes).toEqual(['第一条', ''])
})

test('what must be there and is not keeps the draft here, unsent', async () => {
  const server = draftServer()
  const { store, saver } = editing(server)
  store.set('scope', '')
  expect(await saver.save()).toBe(false)
  expect(saver.state().phase).toBe('incomplete')
  expect(server.sent).toEqual([])
})

test('two editors in different places: both changes are in the draft', async () => {
  const server = draftServer()
  const { store, saver } = editing(server)
  server.write({ fee: 20 })
  store.set('scope', '全州')
  expect(await saver.save()).toBe(true)
  expect(server.kept().content).toEqual({ ...first, scope: '全州', fee: 20 })
  expect(store.get()).toEqual(server.kept().content)
  expect(saver.state().mergedIn).toBe(true)
})

test('two editors in one place: nothing is sent until the person has chosen, and nothing typed is lost', async () => {
  const server = draftServer()
  const { store, saver } = editing(server)
  server.write({ scope: '全省' })
  store.set('scope', '全州')
  expect(await saver.save()).toBe(false)
  expect(saver.state()).toMatchObject({
    phase: 'held',
    conflicts: [{ keys: ['scope'], mine: '全州', theirs: '全省' }],
  })
  expect(store.get().scope).toBe('全州')
  expect(server.kept().content.scope).toBe('全省')
  const [conflict] = saver.state().conflicts
  if (conflict) saver.choose(conflict, 'theirs')
  expect(await saver.save()).toBe(true)
  expect(server.kept().content.scope).toBe('全省')
})

test('no answer leaves the draft here, and the next attempt sends it', async () => {
  const server = draftServer()
  const { store, saver } = editing(server)
  const { send } = server
  let cut = true
  const flaky = createDraftSaver(server.kept(), {
    get: store.get,
    put: store.replace,
    setAt: store.set,
    sendable: (content) => content,
    send: async (content, version) => {
      if (cut) throw new ApiProblem({ code: 'network', detail: '', status: 0 })
      return await send(content, version)
    },
    read: server.read,
  })
  store.set('scope', '全州')
  expect(await flaky.save()).toBe(false)
  expect(flaky.state().phase).toBe('failed')
  cut = false
  expect(await flaky.save()).toBe(true)
  expect(saver.state().phase).toBe('saved')
})
