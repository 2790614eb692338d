import type { ClipName } from './call-clips.ts'
import { CLIP_TIMES } from './clips/clip-times.ts'
import clipsAddress from './clips/mandarin.mp3?url'

/** Seconds after a clip in which an encoder's delay still sounds. */
const TAIL = 0.08

export type RecordedVoice = {
  readonly isReady: () => boolean
  /** One clip after the other; resolves when the last was heard. */
  readonly play: (clips: readonly ClipName[]) => Promise<void>
}

/** Loads the clips once; where they cannot be had it never becomes ready, and is tried again with the next page. */
export function openRecordedVoice(context: () => AudioContext): RecordedVoice {
  let sound: AudioBuffer | undefined
  void load(context).then(
    (loaded) => {
      sound = loaded
    },
    () => undefined,
  )
  return {
    isReady: () => sound !== undefined,
    play: async (clips) => {
      if (sound === undefined) return
      let at = context().currentTime
      let last: AudioBufferSourceNode | undefined
      for (const clip of clips) {
        const [from, long] = CLIP_TIMES[clip]
        const source = context().createBufferSource()
        source.buffer = sound
        source.connect(context().destination)
        source.start(at, from, long + TAIL)
        at += long + TAIL
        last = source
      }
      if (last === undefined) return
      await new Promise<void>((resolve) => last.addEventListener('ended', () => resolve()))
    },
  }
}

async function load(context: () => AudioContext): Promise<AudioBuffer> {
  const answer = await fetch(clipsAddress)
  if (!answer.ok) throw new Error(`No clips: ${answer.status}`)
  return await context().decodeAudioData(await answer.arrayBuffer())
}
