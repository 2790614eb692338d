import {
  createContext,
  useContext,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { uuidv7 } from 'uuidv7'
import type { DraftPage, DraftPatch, DraftView } from '../../../contract/drafts.ts'
import type { FormDefinition } from '../../../domain/form/form-definition.ts'
import { materialsFor } from '../../../domain/catalogue/materials-for.ts'
import { asApiProblem, networkProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import {
  keepDraft,
  type DraftKeeper,
  type DraftWire,
  type KeeperState,
} from '../offline/draft-keeper.ts'
import { putDraft } from '../offline/kept-draft.ts'
import { GET_DRAFT, READ_PAGES, SAVE_DRAFT, START_DRAFT } from './apply-operations.ts'
import { stepAt, stepsOf, type Step } from './apply-steps.ts'
import type { Loaded } from './load-apply.ts'
import { useUploads, type Uploads } from './upload/use-uploads.ts'
import { useStepId } from './use-step-id.ts'

const wire: DraftWire = {
  start: ({ draftId, itemId }, content) =>
    call(START_DRAFT, { body: { draftId, itemId, content } }),
  save: (draftId, body) => call(SAVE_DRAFT, { params: { draftId }, body }),
  read: (draftId) => call(GET_DRAFT, { params: { draftId } }),
}

type PagesOfMaterial = DraftView['pages'][number]

export type Apply = Pick<Loaded, 'guide' | 'me' | 'isContinued'> & {
  readonly form: FormDefinition | null
  readonly keeper: DraftKeeper
  readonly state: KeeperState
  readonly view: DraftView | null
  readonly steps: readonly Step[]
  readonly stepId: string
  readonly materials: Loaded['guide']['materials']
  readonly go: (stepId: string) => void
  readonly patch: (patch: DraftPatch) => void
  readonly pagesOf: (material: number) => readonly DraftPage[]
  readonly uploads: Uploads
  /** Reads files anew: a phone may have sent some. */
  readonly refreshPages: () => Promise<void>
  /** Reads the draft anew, with what changed in the catalogue. */
  readonly refresh: () => Promise<void>
  /** Files belong to a draft at the server. Throws ApiProblem while there is none. */
  readonly ensureStarted: () => Promise<void>
}

const ApplyContext = createContext<Apply | null>(null)
export const ApplyProvider = ApplyContext.Provider

export function useApply(): Apply {
  const apply = useContext(ApplyContext)
  if (!apply) throw new Error('A page of applying stands outside of its application')
  return apply
}

export function useApplyState(loaded: Loaded): Apply {
  const { guide, me, isContinued } = loaded
  const form = loaded.form as FormDefinition | null
  const [keeper] = useState(() => keeperOf(loaded))
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)
  const [view, setView] = useState(loaded.view)
  const [pages, setPages] = useState<readonly PagesOfMaterial[]>(loaded.view?.pages ?? [])
  const { draftId, content } = state.draft
  const steps = useMemo(() => stepsOf(guide, form, content), [guide, form, content])
  // The place it was left at, or the first page that waits: from then on pages turn by hand only.
  const [stepId, go] = useStepId(() => content.step || (stepAt(steps, '')?.id ?? ''))

  const ensureStarted = useCallback(async () => {
    if (keeper.state().draft.version > 0) return
    // Even an empty draft is one now: there is a file for it.
    keeper.change({ materials: {} })
    await keeper.flush()
    if (keeper.state().draft.version === 0) throw keeper.state().problem ?? networkProblem()
  }, [keeper])
  const refreshPages = useCallback(async () => {
    if (keeper.state().draft.version === 0) return
    const read = await call(READ_PAGES, { params: { draftId } }).catch(asApiProblem)
    if ('pages' in read && read.pages) setPages(read.pages)
  }, [keeper, draftId])
  const refresh = useCallback(async () => {
    await keeper.flush()
    if (keeper.state().draft.version === 0) return
    const read = await call(GET_DRAFT, { params: { draftId } }).catch(asApiProblem)
    if (!('draftId' in read)) return
    keeper.adopt(read)
    setView(read)
    setPages(read.pages)
  }, [keeper, draftId])
  const uploads = useUploads(draftId, ensureStarted, refreshPages)

  useEffect(() => {
    const online = () => void keeper.flush()
    window.addEventListener('online', online)
    void keeper.flush()
    return () => window.removeEventListener('online', online)
  }, [keeper])
  useEffect(() => {
    if (stepId !== '' && stepId !== keeper.state().draft.content.step)
      keeper.change({ step: stepId })
  }, [keeper, stepId])

  const patch = keeper.change
  const pagesOf = useCallback(
    (material: number) => pages.find((one) => one.material === material)?.pages ?? [],
    [pages],
  )
  const materials = materialsFor(guide, content.situation)
  return {
    guide,
    me,
    isContinued,
    form,
    keeper,
    state,
    view,
    steps,
    stepId,
    materials,
    go,
    patch,
    pagesOf,
    uploads,
    refreshPages,
    refresh,
    ensureStarted,
  }
}

function keeperOf({ draft, view }: Loaded): DraftKeeper {
  const put: Parameters<typeof keepDraft>[0]['put'] = (next) => void putDraft(localStorage, next)
  const keeper = keepDraft({ draft, wire, put, newId: uuidv7 })
  if (view) keeper.adopt(view)
  return keeper
}
