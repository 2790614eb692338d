import { useContext, useRef, useState, type DragEvent } from 'react'
import { CounterDevicesContext } from '../counter-devices.ts'
import { useUploadWords } from './words.ts'
import './upload.css'

export const ACCEPT = 'application/pdf,image/jpeg,image/png'

/** Files chosen, dropped or taken with the camera; several at once. */
export function FileChoice(props: {
  onFiles: (files: readonly File[]) => void
  hasPages: boolean
  /** The phone's page begins with the camera. */
  cameraFirst?: boolean
}) {
  const words = useUploadWords()
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const devices = useContext(CounterDevicesContext)
  const [over, setOver] = useState(false)
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])]
    if (files.length > 0) props.onFiles(files)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const buttons = [
    <button key="choose" type="button" className="btn" onClick={() => chooser.current?.click()}>
      {props.hasPages ? words.addFiles : words.chooseFiles}
    </button>,
    <button
      key="camera"
      type="button"
      className={`btn ${props.cameraFirst ? 'main' : ''}`}
      onClick={() => camera.current?.click()}
    >
      {props.hasPages ? words.nextPhoto : words.takePhoto}
    </button>,
  ]
  return (
    <div
      className={`upload-choice ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="upload-buttons">
        {devices && <devices.ScanButton onFile={(file) => props.onFiles([file])} />}
        {props.cameraFirst ? buttons.toReversed() : buttons}
      </div>
      <p className="soft">{words.accepted}</p>
      <input
        ref={chooser}
        type="file"
        multiple
        accept={ACCEPT}
        hidden
        data-testid="choose-files"
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <input
        ref={camera}
        type="file"
        accept="image/jpeg,image/png"
        capture="environment"
        hidden
        data-testid="take-photo"
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}
