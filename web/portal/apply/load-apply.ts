import type { z } from 'zod'
import { uuidv7 } from 'uuidv7'
import type { GuideView } from '../../../contract/catalogue.ts'
import type { DraftView } from '../../../contract/drafts.ts'
import type { FormView } from '../../../contract/forms.ts'
import type { Me } from '../../../contract/session.ts'
import { EMPTY_DRAFT } from '../../../domain/drafts/draft-content.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { newDraft } from '../offline/draft-keeper.ts'
import { keptDraft, keptDraftOf, type KeptDraft } from '../offline/kept-draft.ts'
import { hasNoSession } from '../painted-page.ts'
import { PUBLIC_WHO_AM_I } from '../public-operations.ts'
import { CLAIM_DRAFT, GET_DRAFT, GET_FORM, GET_GUIDE, LIST_DRAFTS } from './apply-operations.ts'

export type Loaded = {
  readonly guide: GuideView
  readonly form: z.output<typeof FormView> | null
  /** Null: not signed in, or nobody can be asked now. */
  readonly me: Me | null
  readonly draft: KeptDraft
  /** Null: not at the server, or it cannot be asked now. */
  readonly view: DraftView | null
  /** It was begun before, here or elsewhere. */
  readonly isContinued: boolean
}

/** What stands in the way of opening it. `sign-in`: the draft is an account's. */
export type Barred = { readonly problem: ApiProblem; readonly kind: 'sign-in' | 'gone' | 'other' }

/** Reads guide, form, visitor and draft; without network, what this device keeps of them. */
export async function loadApply(
  itemId: string,
  draftId: string | null,
  signal: AbortSignal,
): Promise<Loaded | Barred> {
  try {
    const [{ guide, form }, me] = await Promise.all([loadGuide(itemId, signal), whoIsIt(signal)])
    const found = await findDraft(itemId, draftId, me, signal)
    return 'problem' in found ? found : { guide, form, me, ...found }
  } catch (error) {
    if (signal.aborted) throw error
    const problem = asApiProblem(error)
    return { problem, kind: problem.status === 404 ? 'gone' : 'other' }
  }
}

const GUIDE = 'yichuang.apply.guide:'
type Guided = Pick<Loaded, 'guide' | 'form'>

async function loadGuide(itemId: string, signal: AbortSignal): Promise<Guided> {
  try {
    const guide = await call(GET_GUIDE, { params: { itemId }, signal })
    // Most items have no form yet: nobody asks the server for what is not there.
    const form =
      guide.formId === null
        ? null
        : await orNull(call(GET_FORM, { params: { itemId }, signal }), [404])
    keep(GUIDE + itemId, { guide, form })
    return { guide, form }
  } catch (error) {
    const kept = localStorage.getItem(GUIDE + itemId)
    if (kept === null || asApiProblem(error).status !== 0) throw error
    return JSON.parse(kept) as Guided
  }
}

async function whoIsIt(signal: AbortSignal): Promise<Me | null> {
  if (hasNoSession()) return null
  return await orNull(call(PUBLIC_WHO_AM_I, { signal }), [401, 0])
}

type Found = Pick<Loaded, 'draft' | 'view' | 'isContinued'>

async function findDraft(
  itemId: string,
  wanted: string | null,
  me: Me | null,
  signal: AbortSignal,
): Promise<Found | Barred> {
  const mine = keptFor(itemId, wanted, me)
  const draftId = wanted ?? mine?.draftId ?? (await elsewhere(itemId, me, signal))
  if (draftId === undefined) return fresh(itemId, me)
  if (mine?.version === 0 || mine?.submitted) return { draft: mine, view: null, isContinued: true }
  return await readView(draftId, me, signal).then(
    (view) => continued(view, mine, me),
    (error: unknown) => withoutView(asApiProblem(error), mine, wanted, itemId, me),
  )
}

function continued(view: DraftView, mine: KeptDraft | undefined, me: Me | null): Found {
  const accountId = view.isBound && me ? me.accountId : (mine?.accountId ?? null)
  const draft = mine ?? newDraft(view.draftId, view.itemId, accountId, EMPTY_DRAFT)
  return { draft: { ...draft, accountId }, view, isContinued: true }
}

/** What this device keeps, unless it is another account's. */
function keptFor(itemId: string, wanted: string | null, me: Me | null): KeptDraft | undefined {
  const kept = wanted === null ? keptDraftOf(localStorage, itemId) : keptDraft(localStorage, wanted)
  const isTheirs = me !== null && kept !== undefined && kept.accountId !== null
  return isTheirs && kept.accountId !== me.accountId ? undefined : kept
}

function withoutView(
  problem: ApiProblem,
  mine: KeptDraft | undefined,
  wanted: string | null,
  itemId: string,
  me: Me | null,
): Found | Barred {
  if (problem.status === 0 && mine) return { draft: mine, view: null, isContinued: true }
  if (wanted === null && problem.status >= 400 && problem.status < 500) return fresh(itemId, me)
  const isBarred = me === null && [401, 403, 404].includes(problem.status)
  return { problem, kind: isBarred ? 'sign-in' : problem.status === 404 ? 'gone' : 'other' }
}

/** A draft of this browser becomes the account's as soon as somebody is signed in. */
async function readView(draftId: string, me: Me | null, signal: AbortSignal): Promise<DraftView> {
  const view = await call(GET_DRAFT, { params: { draftId }, signal })
  if (view.isBound || view.state !== 'open' || me?.role !== 'applicant') return view
  return await call(CLAIM_DRAFT, { params: { draftId }, signal })
}

/** Begun on another device by whoever is signed in. */
async function elsewhere(
  itemId: string,
  me: Me | null,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (me?.role !== 'applicant') return undefined
  const list = await orNull(call(LIST_DRAFTS, { signal }), [0, 401, 403])
  return list?.drafts.find((draft) => draft.itemId === itemId)?.draftId
}

export function fresh(itemId: string, me: Me | null): Found {
  const draft = newDraft(uuidv7(), itemId, me?.accountId ?? null, EMPTY_DRAFT)
  return { draft, view: null, isContinued: false }
}

async function orNull<Reply>(
  asked: Promise<Reply>,
  none: readonly number[],
): Promise<Reply | null> {
  try {
    return await asked
  } catch (error) {
    if (none.includes(asApiProblem(error).status)) return null
    throw error
  }
}

function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A full device goes on with the network.
  }
}
