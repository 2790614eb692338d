import { useEffect, useState } from 'react'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { refusal } from '../../api/devices/open-requests.ts'
import { callAsDevice, type KeptDevice } from '../../api/hall-device.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { KioskPage } from '../parts/kiosk-page.tsx'
import { kioskBridge } from '../printing/kiosk-bridge.ts'
import { useKioskDevice } from '../printing/use-kiosk-device.ts'
import type { Found } from '../progress/number-form.tsx'
import { useKioskVisit } from '../shell/kiosk-visit.ts'
import { ASK_FOR_BOX, TELL_OF_BOX } from './locker-operations.ts'
import { openOwnBox, tellNews, type Means } from './open-own-box.ts'
import { WhoCollects, type Collector } from './who-collects.tsx'
import { useCollectWords } from './words.ts'

type Collecting = { readonly found: Found; readonly code: string; readonly onBack: () => void }

/** One's own result out of the locker: card, signature on the receipt, door, and the word that it was taken. */
export function LockerCollect(props: Collecting) {
  const { found, onBack } = props
  const words = useCollectWords()
  const { device } = useKioskVisit()
  const hasLocker = useKioskDevice('locker')
  if (hasLocker && device !== null) return <AtLocker {...props} device={device} />
  const title = words.lockerBox(found.lockerBox ?? 0)
  return (
    <KioskPage title={title} lead={words.lockerElsewhere} onBack={onBack}>
      {null}
    </KioskPage>
  )
}

function AtLocker(props: Collecting & { device: KeptDevice }) {
  const { found, code, device, onBack } = props
  const { touch } = useKioskVisit()
  const [collectionId, setCollectionId] = useState(() => crypto.randomUUID())
  const [collector, setCollector] = useState<Collector | null>(null)
  const [state, setState] = useState<'who' | 'opening' | 'open' | 'stuck'>('who')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const box = found.lockerBox ?? 0
  const means = meansOf(device)
  const open = async (who: Collector) => {
    setCollector(who)
    setState('opening')
    setProblem(null)
    const order = { collectionId, number: found.number, code, ...who }
    const opened = await openOwnBox(means, order)
    touch()
    // Another try is another opening; a reading was signed over this one and counts unsigned from then on.
    if (opened.is === 'stuck') setCollectionId(crypto.randomUUID())
    if (opened.is === 'refused') setProblem(opened.problem)
    setState(opened.is === 'refused' ? 'who' : opened.is)
  }
  if (state === 'open') return <OpenBox box={box} collectionId={collectionId} means={means} />
  if (state === 'stuck' && collector !== null)
    return <StuckBox box={box} onAgain={() => void open(collector)} />
  return (
    <WhoCollects
      box={box}
      challenge={collectionId}
      busy={state === 'opening'}
      problem={problem}
      onBack={onBack}
      onReady={(who) => void open(who)}
    />
  )
}

function meansOf(device: KeptDevice): Means {
  return {
    ask: async (body) => await callAsDevice(device, ASK_FOR_BOX, { body }),
    open: async (box, reference) =>
      (await (await kioskBridge())?.request('locker', 'open', { box, reference })) ??
      refusal('bridge-absent'),
    tell: async (id, body) =>
      await callAsDevice(device, TELL_OF_BOX, { params: { collectionId: id }, body }),
    newId: () => crypto.randomUUID(),
  }
}

function StuckBox({ box, onAgain }: { box: number; onAgain: () => void }) {
  const words = useCollectWords()
  return (
    <KioskPage title={words.boxStuck(box)}>
      <p className="kiosk-acts">
        <a className="btn" href="/kiosk/ticket">
          {words.take}
        </a>
        <button type="button" className="btn main" onClick={onAgain}>
          {words.tryAgain}
        </button>
      </p>
    </KioskPage>
  )
}

/** The door is open: whether the box was emptied its person says, and a clerk looks where they do not. */
function OpenBox(props: { box: number; collectionId: string; means: Means }) {
  const { box, collectionId, means } = props
  const words = useCollectWords()
  const { end, touch } = useKioskVisit()
  const [said, setSaid] = useState<'taken' | 'not-taken' | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const isClosed = useBoxClosed(box)
  const taken = async () => {
    setProblem(null)
    try {
      await tellNews(means, collectionId, { news: 'taken', openedAt: null, fault: null })
      setSaid('taken')
    } catch (error) {
      setProblem(asApiProblem(error))
    }
    touch()
  }
  if (said !== null)
    return (
      <KioskPage title={said === 'taken' ? words.thanks : words.notTakenSays}>
        <p className="kiosk-acts">
          <button type="button" className="btn main" onClick={end}>
            {words.done}
          </button>
        </p>
      </KioskPage>
    )
  return (
    <KioskPage title={words.boxOpen(box)}>
      <p role="status">{isClosed && words.boxClosed}</p>
      {problem && <ProblemNote problem={problem} />}
      <p className="kiosk-acts">
        <button type="button" className="btn" onClick={() => setSaid('not-taken')}>
          {words.notTaken}
        </button>
        <button type="button" className="btn main" onClick={() => void taken()}>
          {words.taken}
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
