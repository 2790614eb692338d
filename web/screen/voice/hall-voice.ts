import type { HallCall } from '../../api/hall-feed.ts'
import { mandarinCall } from './mandarin.ts'

/** What is heard in the hall, for the device's health: `muted` until somebody touches a screen that may not sound by itself. */
export type VoiceKind = 'speech' | 'chime' | 'muted'
export type HallVoice = {
  readonly kind: () => VoiceKind
  readonly say: (call: Pick<HallCall, 'number' | 'windowId'>) => Promise<void>
  /** After a touch: browsers start no sound before one, unless they were told to. */
  readonly wake: () => Promise<void>
}

const MANDARIN_TAG = /^(?:zh|cmn)(?:[-_](?:Hans[-_])?CN)?$/i
const RATE = 0.9

/** The browser's own Mandarin voice; where there is none, a chime, and the screen is read. */
export function createHallVoice(): HallVoice {
  let sound: AudioContext | undefined
  const context = () => (sound ??= new AudioContext())
  const kind = (): VoiceKind => {
    if (context().state !== 'running') return 'muted'
    return mandarinVoice() === undefined ? 'chime' : 'speech'
  }
  return {
    kind,
    wake: async () => await context().resume(),
    say: async (call) => {
      if (context().state === 'suspended') await Promise.race([context().resume(), pause(500)])
      await chime(context())
      const voice = mandarinVoice()
      if (voice !== undefined) await speak(mandarinCall(call), voice)
    },
  }
}

function mandarinVoice(): SpeechSynthesisVoice | undefined {
  if (typeof speechSynthesis === 'undefined') return undefined
  const voices = speechSynthesis.getVoices().filter(({ lang }) => MANDARIN_TAG.test(lang))
  // One that is on the machine speaks without a line.
  return voices.find(({ localService }) => localService) ?? voices[0]
}

async function speak(sentence: string, voice: SpeechSynthesisVoice): Promise<void> {
  const spoken = new SpeechSynthesisUtterance(sentence)
  spoken.voice = voice
  spoken.lang = voice.lang
  spoken.rate = RATE
  await new Promise<void>((resolve) => {
    spoken.addEventListener('end', () => resolve())
    spoken.addEventListener('error', () => resolve())
    speechSynthesis.speak(spoken)
  })
}

/** Hertz and the second at which each tone begins. */
const TONES = [
  [784, 0],
  [587, 0.35],
] as const
const SECONDS = 1.2

async function chime(context: AudioContext): Promise<void> {
  if (context.state !== 'running') return
  for (const [pitch, delay] of TONES) {
    const tone = context.createOscillator()
    const loudness = context.createGain()
    const begin = context.currentTime + delay
    tone.frequency.value = pitch
    loudness.gain.setValueAtTime(0, begin)
    loudness.gain.linearRampToValueAtTime(0.4, begin + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.001, begin + 0.8)
    tone.connect(loudness).connect(context.destination)
    tone.start(begin)
    tone.stop(begin + 0.9)
  }
  await pause(SECONDS * 1_000)
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
}
