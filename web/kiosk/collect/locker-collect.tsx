import { useEffect, useState } from 'react'
import type { IdReading } from '../../../contract/device-kinds.ts'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { refusal } from '../../api/devices/open-requests.ts'
import { callAsDevice } from '../../api/hall-device.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { IdentityField } from '../parts/identity-field.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { kioskBridge } from '../printing/kiosk-bridge.ts'
import { useKioskDevice } from '../printing/use-kiosk-device.ts'
import type { Found } from '../progress/number-form.tsx'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { ASK_FOR_BOX, TELL_OF_BOX } from './locker-operations.ts'
import { openOwnBox, tellNews, type Means } from './open-own-box.ts'
import { SignField } from './sign-field.tsx'
import { useCollectWords } from './words.ts'

type State = 'who' | 'opening' | 'open' | 'stuck' | 'taken' | 'not-taken'

/** One's own result out of the locker: card, signature on the receipt, door, and the word that it was taken. */
export function LockerCollect(props: { found: Found; code: string; onBack: () => void }) {
  const { found, code, onBack } = props
  const words = useCollectWords()
  const { device, end, touch } = useKioskVisit()
  const hasLocker = useKioskDevice('locker')
  const [collectionId, setCollectionId] = useState(() => crypto.randomUUID())
  const [identity, setIdentity] = useState('')
  const [reading, setReading] = useState<IdReading | null>(null)
  const [signature, setSignature] = useState<string | null>(null)
  const [state, setState] = useState<State>('who')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const box = found.lockerBox ?? 0
  const isClosed = useBoxClosed(box)

  const means: Means = {
    ask: async (body) => await callAsDevice(device ?? undefined, ASK_FOR_BOX, { body }),
    open: async (one, reference) =>
      (await (await kioskBridge())?.request('locker', 'open', { box: one, reference })) ??
      refusal('bridge-absent'),
    tell: async (id, body) =>
      await callAsDevice(device ?? undefined, TELL_OF_BOX, { params: { collectionId: id }, body }),
    newId: () => crypto.randomUUID(),
  }
  const open = async () => {
    if (signature === null) return
    setState('opening')
    setProblem(null)
    const isRead = reading?.idNumber === identity
    const opened = await openOwnBox(means, {
      collectionId,
      number: found.number,
      code,
      identity: {
        number: identity,
        entry: isRead ? 'reader' : 'manual',
        proof: isRead ? reading.proof : null,
      },
      signature,
    })
    touch()
    if (opened.is === 'refused') {
      setProblem(opened.problem)
      return setState('who')
    }
    // Another try is another opening; a reading was signed over this one and counts unsigned from then on.
    if (opened.is === 'stuck') setCollectionId(crypto.randomUUID())
    return setState(opened.is)
  }
  const taken = async () => {
    setProblem(null)
    try {
      await tellNews(means, collectionId, { news: 'taken', openedAt: null, fault: null })
      setState('taken')
    } catch (error) {
      setProblem(asApiProblem(error))
    }
    touch()
  }

  if (!hasLocker || device === null)
    return (
      <KioskPage title={words.lockerBox(box)} lead={words.lockerElsewhere} onBack={onBack}>
        {null}
      </KioskPage>
    )
  if (state === 'taken' || state === 'not-taken')
    return (
      <KioskPage title={state === 'taken' ? words.thanks : words.notTakenSays}>
        <p className="kiosk-acts">
          <button type="button" className="btn main" onClick={end}>
            {words.done}
          </button>
        </p>
      </KioskPage>
    )
  if (state === 'open')
    return (
      <KioskPage title={words.boxOpen(box)}>
        <p role="status">{isClosed && words.boxClosed}</p>
        {problem && <ProblemNote problem={problem} />}
        <p className="kiosk-acts">
          <button type="button" className="btn" onClick={() => setState('not-taken')}>
            {words.notTaken}
          </button>
          <button type="button" className="btn main" onClick={() => void taken()}>
            {words.taken}
          </button>
        </p>
      </KioskPage>
    )
  if (state === 'stuck')
    return (
      <KioskPage title={words.boxStuck(box)}>
        <p className="kiosk-acts">
          <a className="btn" href="/kiosk/ticket">
            {words.take}
          </a>
          <button type="button" className="btn main" onClick={() => void open()}>
            {words.tryAgain}
          </button>
        </p>
      </KioskPage>
    )
  const isWhole = /^\d{17}[\dX]$/.test(identity)
  return (
    <KioskPage title={words.lockerBox(box)} lead={words.lockerWho} onBack={onBack}>
      <IdentityField
        label={words.identity}
        help={words.identityHelp}
        value={identity}
        onChange={setIdentity}
        challenge={collectionId}
        onRead={setReading}
      />
      <SignField onSigned={setSignature} />
      {problem && <ProblemNote problem={problem} />}
      <p className="kiosk-acts">
        <button
          type="button"
          className="btn main"
          disabled={!isWhole || signature === null || state === 'opening'}
          onClick={() => void open()}
        >
          {state === 'opening' ? words.openingBox : words.openBox}
        </button>
      </p>
    </KioskPage>
  )
}

/** The locker tells by itself that this door was shut again. */
function useBoxClosed(box: number): boolean {
  const [isClosed, setClosed] = useState(false)
  useEffect(() => {
    let stop: (() => void) | undefined
    let isOver = false
    void kioskBridge().then((bridge) => {
      if (isOver) return
      stop = bridge?.on('locker', 'box-closed', (one) => one.box === box && setClosed(true))
    })
    return () => {
      isOver = true
      stop?.()
    }
  }, [box])
  return isClosed
}
